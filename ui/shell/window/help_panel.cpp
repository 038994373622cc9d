// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/help_panel.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextCursor>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr int kCharactersOfHelp = 44; ///< of a line
const QString kHelp = QStringLiteral("help");

} // namespace

HelpPanel::HelpPanel(HelpPages pages, QWidget *parent)
    : QWidget(parent), m_pages(std::move(pages)), m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("help-panel"));
    setAccessibleName(tr("Help"));
    auto *close = new QToolButton(this);
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the help"));
    close->setToolTip(tr("Closes the help (F1 or Esc)."));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    m_text->setOpenLinks(false);
    m_text->setOpenExternalLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Help text"));
    m_text->viewport()->setAutoFillBackground(false);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.scheme() == kHelp)
            showPage(url.path());
    });
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 8, 8, 10);
    rows->addWidget(close, 0, Qt::AlignRight);
    rows->addWidget(m_text, 1);
    hide();
}

bool HelpPanel::showPage(const QString &id)
{
    if (!m_pages.page(id))
        return false;
    m_page = id;
    fill();
    show();
    m_text->moveCursor(QTextCursor::Start); // else a page that was longer leaves its place behind
    m_text->verticalScrollBar()->setValue(0);
    return true;
}

void HelpPanel::showPageOf(const QWidget *focus)
{
    const QString id = HelpPages::idOf(focus);
    if (isVisible() && (id == m_page || isAncestorOf(focus)))
        hide();
    else if (!showPage(id))
        hide();
}

void HelpPanel::fill()
{
    const auto page = m_pages.page(m_page);
    if (!page)
        return;
    setFixedWidth(QFontMetrics(themeFont(TextRole::Body)).averageCharWidth() * kCharactersOfHelp);
    m_text->document()->setDefaultFont(themeFont(TextRole::Body));
    m_text->document()->setMarkdown(page->markdown(),
                                    QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                        | QTextDocument::MarkdownNoHTML);
}

QString HelpPanel::text() const
{
    return m_text->toPlainText();
}

void HelpPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.border);
    painter.drawLine(0, 0, 0, height());
}

void HelpPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fill();
}

void HelpPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gatescope
