// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/look/fitting_text.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/still_text.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/controls/flow_layout.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

namespace gatescope {

namespace {

constexpr int kHeaderSpacing = 8;
constexpr int kLeastTitleLetters = 6;  ///< so much of a title is left beside a mark
constexpr int kWholeTitleLetters = 16; ///< a title that is no longer than this is never cut for its controls

/// What is never cut of a title, for the controls beside it.
int leastTitleWidth(const QString &title, const QString &shortTitle, const QFontMetrics &metrics)
{
    const int words = metrics.horizontalAdvance(shortTitle.isEmpty() ? title : shortTitle) + 2;
    return std::min(words, kWholeTitleLetters * metrics.averageCharWidth());
}

} // namespace

CardHeader::CardHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title), m_titleLabel(new QLabel(title, this)), m_captionText(new StillText(this)),
      m_tools(new QHBoxLayout), m_buttons(new QHBoxLayout), m_lower(new FlowLayout(nullptr, 4))
{
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_captionText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 6, 6, 2);
    rows->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(kHeaderSpacing);
    rows->addLayout(row);
    rows->addLayout(m_lower);
    row->addWidget(m_titleLabel);
    row->addWidget(m_captionText, 1);
    m_tools->setSpacing(4);
    row->addLayout(m_tools);
    m_buttons->setSpacing(0);
    row->addLayout(m_buttons);
    applyFonts();
}

void CardHeader::setTitle(const QString &title)
{
    m_title = title;
    elide();
}

void CardHeader::setShortTitle(const QString &title)
{
    m_shortTitle = title;
    elide();
}

void CardHeader::setCaption(const QString &caption, const QString &mark)
{
    if (caption == m_caption && mark == m_mark)
        return;
    m_caption = caption;
    m_mark = mark;
    m_captionText->setToolTip(caption);
    elide();
}

void CardHeader::addTool(QWidget *tool)
{
    tool->setFont(themeFont(TextRole::Caption));
    m_allTools.push_back(tool);
    m_tools->addWidget(tool);
}

QToolButton *CardHeader::addButton(const QString &icon, const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("%1: %2").arg(title(), name));
    button->setToolTip(tip);
    m_buttons->addWidget(button);
    return button;
}

QToolButton *CardHeader::addExport(ViewExport &view)
{
    QToolButton *button = addButton(QStringLiteral("export"), tr("Save"),
                                    tr("Save this view as a picture or its numbers as CSV, or copy it."));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addAction(tr("Save as PNG, SVG, PDF or CSV…"), this, [this, &view] {
        const QString message = saveViewAs(view, window());
        if (!message.isEmpty())
            Q_EMIT failed(message);
    });
    menu->addAction(tr("Copy picture"), this, [&view] { copyPicture(view); });
    menu->addAction(tr("Copy numbers as CSV"), this, [&view] { copyCsv(view); });
    button->setMenu(menu);
    return button;
}

QMenu *CardHeader::addMore(const QString &tip)
{
    QToolButton *button = addButton(QStringLiteral("more"), tr("More"), tip);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    button->setMenu(menu);
    return menu;
}

QSize CardHeader::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    int widest = 0; // of those below the title each needs a line at most
    for (const QWidget *tool : m_allTools)
        widest = std::max(widest, tool->isHidden() ? 0 : tool->sizeHint().width());
    const int first = m_buttons->sizeHint().width() + 2 * kHeaderSpacing
                      + leastTitleWidth(m_title, m_shortTitle, m_titleLabel->fontMetrics());
    return {margins.left() + margins.right() + std::max(first, widest),
            std::max(layout()->sizeHint().height(), layout()->totalHeightForWidth(width()))};
}

void CardHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

/// Sizes that were not final before: what stands in a header is polished only now.
void CardHeader::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    elide();
}

void CardHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::ApplicationFontChange)
        applyFonts();
    QWidget::changeEvent(event);
}

/// A header is where its card is dragged by, its controls are not: a press that one of them leaves alone (a choice
/// whose list is just closing) ends here, or a drag would begin of which the control then takes the release.
void CardHeader::mousePressEvent(QMouseEvent *event)
{
    const QWidget *pressed = childAt(event->position().toPoint());
    event->setAccepted(pressed && pressed != m_titleLabel && pressed != m_captionText);
}

bool CardHeader::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // a control became wider or narrower: the caption has other room
        elide();
    return done;
}

void CardHeader::applyFonts()
{
    m_titleLabel->setFont(themeFont(TextRole::Title));
    // Titles of neighbours stand in line, whether or not there are controls beside them: as high as a field is.
    m_titleLabel->setMinimumHeight(QFontMetrics(themeFont(TextRole::Caption)).height() + 10);
    for (QWidget *tool : m_allTools)
        tool->setFont(themeFont(TextRole::Caption));
    elide();
}

/// The size that a layout gives a widget: its hint within its own bounds.
QSize CardHeader::laidOut(QWidget &widget)
{
    return QWidgetItem(&widget).sizeHint();
}

/// Controls that have no room beside the title stand in lines of their own below it.
void CardHeader::placeTools()
{
    const QMargins margins = layout()->contentsMargins();
    int needed = margins.left() + margins.right() + m_buttons->sizeHint().width() + 3 * kHeaderSpacing
                 + leastTitleWidth(m_title, m_shortTitle, m_titleLabel->fontMetrics());
    for (QWidget *tool : m_allTools)
        needed += tool->isHidden() ? 0 : laidOut(*tool).width() + m_tools->spacing();
    const bool below = needed > width();
    if (below == m_toolsBelow || m_allTools.empty())
        return;
    m_toolsBelow = below;
    for (QWidget *tool : m_allTools) {
        if (below) {
            m_tools->removeWidget(tool);
            m_lower->addWidget(tool);
        } else {
            m_lower->removeWidget(tool);
            m_tools->addWidget(tool);
        }
    }
    updateGeometry();
}

void CardHeader::elide()
{
    placeTools();
    const QFontMetrics titleMetrics = m_titleLabel->fontMetrics();
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - kHeaderSpacing;
    for (const QBoxLayout *side : {m_tools, m_buttons})
        room -= side->isEmpty() ? 0 : side->sizeHint().width() + kHeaderSpacing;
    const int mark = m_mark.isEmpty() ? 0 : m_captionText->metrics().horizontalAdvance(m_mark) + 2;
    const int titleRoom = std::max(room - mark, std::min(room, kLeastTitleLetters * titleMetrics.averageCharWidth()));
    const auto fits = [&](const QString &title) { return titleMetrics.horizontalAdvance(title) + 2 <= titleRoom; };
    const QString title = fits(m_title) || m_shortTitle.isEmpty() ? m_title : m_shortTitle;
    const QString shown = fits(title) ? title : fittingText(title, titleMetrics, std::max(titleRoom - 2, 22));
    const int titleWidth = titleMetrics.horizontalAdvance(shown) + 2;
    if (shown != m_titleLabel->text() || titleWidth != m_titleLabel->width()) {
        m_titleLabel->setFixedWidth(titleWidth);
        m_titleLabel->setText(shown);
        m_titleLabel->setToolTip(shown == m_title ? QString() : m_title);
    }
    m_captionText->setText(fittingCaption(room - titleWidth));
    // A card that is squeezed takes it from the view, not from the lines of controls.
    if (const int least = m_toolsBelow ? layout()->heightForWidth(width()) : 0; least != minimumHeight())
        setMinimumHeight(least);
}

QString CardHeader::fittingCaption(int room) const
{
    const QFontMetrics metrics = m_captionText->metrics();
    // The first parts go first: what is nearest to the view stands last.
    const QString shown = fittingLastParts(m_caption, metrics, room);
    return shown.isEmpty() && !m_mark.isEmpty() ? fittingText(m_mark, metrics, room) : shown;
}

Card::Card(const QString &title, QWidget *parent)
    : QWidget(parent), m_header(new CardHeader(title, this)), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_header);
}

void Card::setLeastLines(int lines)
{
    if (lines == m_leastLines)
        return;
    m_leastLines = lines;
    updateGeometry();
}

QSize Card::minimumSizeHint() const
{
    return QWidget::minimumSizeHint().expandedTo({0, m_leastLines * fontMetrics().height()});
}

void Card::setContent(QWidget *content)
{
    m_layout->addWidget(content, 1);
}

void Card::paintFace(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    const ThemeColors &colors = themeColors(palette);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.card);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFace(painter, rect(), palette());
}

} // namespace gatescope
