// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars/status_line.h"

#include "core/data/options/option_table.h"
#include "ui/document/document.h"
#include "ui/document/shared/selection.h"
#include "ui/look/core_words.h"
#include "ui/look/fitting_text.h"
#include "ui/look/icons.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

namespace gatescope {

StatusLine::StatusLine(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_left(new QLabel(this)),
      m_right(new QLabel(this)), m_problem(new QLabel(this)), m_opening(new QProgressBar(this)),
      m_cancel(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 12, 3);
    row->setSpacing(10);
    row->addWidget(m_left, 1);
    row->addWidget(m_problem);
    row->addWidget(m_opening);
    row->addWidget(m_cancel);
    row->addWidget(m_right);
    m_left->setTextFormat(Qt::PlainText);
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_left->setAccessibleName(tr("What is open"));
    m_right->setAccessibleName(tr("Cursor"));
    m_right->setToolTip(tr("The shared cursor: pointing at any view moves it in all others."));
    m_problem->setObjectName(QStringLiteral("autosave-problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setVisible(false);
    m_opening->setFixedSize(140, 6);
    m_opening->setTextVisible(false);
    m_opening->setRange(0, 100);
    m_opening->setVisible(false);
    m_cancel->setIcon(themedIcon(QStringLiteral("close")));
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Stops reading, or making windows; everything stays as it was."));
    m_cancel->setVisible(false);
    connect(m_cancel, &QToolButton::clicked, &document.opening(), &Opening::cancel);
    connect(&document.opening(), &Opening::progress, this, [this](double fraction) {
        m_opening->setValue(static_cast<int>(fraction * 100));
        m_opening->setVisible(true);
        m_cancel->setVisible(true);
    });
    connect(&document.opening(), &Opening::ended, this, [this] {
        m_opening->setVisible(false);
        m_cancel->setVisible(false);
    });
    connect(&document, &Document::dataChanged, this, &StatusLine::showDocument);
    connect(&document, &Document::settingsChanged, this, &StatusLine::showDocument);
    connect(&document.training(), &LiveTraining::sessionReset, this, &StatusLine::showDocument);
    connect(&document.training(), &LiveTraining::historyAppended, this, [this](const HistoryBlock &block) {
        if (!block.epochs.empty())
            showDocument();
    });
    connect(&selection, &Selection::changed, this, &StatusLine::showCursor);
    connect(&selection, &Selection::limitsChanged, this, &StatusLine::showCursor);
    applyFonts();
    showDocument();
    showCursor();
}

void StatusLine::applyFonts()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, themeColors(palette()).muted);
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, themeColors(palette()).warning);
    m_problem->setPalette(warning);
    m_problem->setFont(themeFont(TextRole::Caption));
    for (QLabel *label : {m_left, m_right}) {
        label->setFont(themeFont(TextRole::Caption));
        label->setPalette(muted);
    }
    elide();
}

void StatusLine::showDocument()
{
    QStringList parts;
    if (!m_document.source()) {
        parts << tr("Nothing is open. Drop a CSV here, or use File › Open.");
    } else {
        parts << coreWords(m_document.title().toStdString());
        if (const auto open = m_document.data())
            parts << tr("window %1 → %2 ahead")
                         .arg(open->train.steps())
                         .arg(
                             fromText(optionText(*findOption(dataOptionTable(), "horizon"), m_document.dataOptions())));
        else
            parts << tr("no windows yet");
    }
    if (const auto snapshot = m_document.training().snapshot()) {
        const Settings &settings = snapshot->settings;
        parts << (settings.network.formulation == Formulation::ResetAfter ? tr("reset-after (PyTorch)")
                                                                          : tr("reset-before (textbook)"));
        parts << tr("%1 × %2 units").arg(settings.network.layers).arg(settings.network.hidden);
        parts << tr("%1 parameters").arg(groupedNumber(settings.network.parameterCount()));
        parts << tr("seed %1").arg(settings.training.seed);
        if (m_document.training().history().bestEpoch() > 0)
            parts << tr("best so far: epoch %1").arg(m_document.training().history().bestEpoch());
    }
    m_leftText = parts.join(QStringLiteral(" · "));
    m_left->setToolTip(m_leftText);
    elide();
}

void StatusLine::setAutosaveProblem(const QString &problem)
{
    m_problem->setText(problem.isEmpty() ? QString() : tr("Autosave failed; it is tried again"));
    m_problem->setToolTip(problem.toHtmlEscaped());
    m_problem->setAccessibleName(problem.isEmpty() ? QString() : tr("Autosave failed: %1").arg(problem));
    m_problem->setVisible(!problem.isEmpty());
}

void StatusLine::showCursor()
{
    const Cursor &cursor = m_selection.cursor();
    if (m_selection.limits().sequence == 0)
        m_right->clear();
    else
        m_right->setText(tr("Cursor: sequence %1 · layer %2 · step %3 · unit %4")
                             .arg(cursor.sequence)
                             .arg(cursor.layer + 1)
                             .arg(cursor.step)
                             .arg(cursor.unit));
    elide();
}

void StatusLine::elide()
{
    m_left->setText(fittingParts(m_leftText, m_left->fontMetrics(), m_left->width()));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.border);
    painter.drawLine(0, 0, width(), 0);
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyFonts();
    }
    QWidget::changeEvent(event);
}

} // namespace gatescope
