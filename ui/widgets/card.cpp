// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/still_text.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/common/wrapping_tools.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

namespace gatescope {

namespace {

const QString kCaptionParts = QStringLiteral(" · ");
/// Less than this many pixels of a caption say nothing.
constexpr int kLeastCaptionRoom = 48;
constexpr int kLeastTitleLetters = 6; ///< so much of a title is left beside a mark
constexpr int kGap = 8;

/// Puts the controls of a header into a line of their own below its title, or back beside it.
void placeTools(QBoxLayout &lines, QBoxLayout &tools, bool below)
{
    auto *first = static_cast<QBoxLayout *>(lines.itemAt(0)->layout());
    if ((lines.count() > 1) == below)
        return;
    (below ? first : &lines)->removeItem(&tools);
    if (below)
        lines.addLayout(&tools);
    else
        first->insertLayout(2, &tools);
}

bool toolsMayWrap(const QWidget &header)
{
    return header.property(kToolsMayWrap).toBool();
}

} // namespace

CardHeader::CardHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title), m_titleLabel(new QLabel(title, this)), m_captionText(new StillText(this)),
      m_tools(new QHBoxLayout), m_buttons(new QHBoxLayout)
{
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_captionText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 6, 6, 2);
    lines->setSpacing(2);
    auto *row = new QHBoxLayout;
    lines->addLayout(row);
    row->setSpacing(kGap);
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
    m_tools->addWidget(tool);
}

QToolButton *CardHeader::addButton(const QString &icon, const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(icon));
    button->setIconSize({16, 16});
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
    const int tools = m_tools->sizeHint().width();
    const int first = m_buttons->sizeHint().width() + 3 * kGap + 48;
    const int beside = toolsMayWrap(*this) ? std::max(m_tools->minimumSize().width(), first) : tools + first;
    return {margins.left() + margins.right() + beside, layout()->sizeHint().height()};
}

void CardHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void CardHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::ApplicationFontChange)
        applyFonts();
    QWidget::changeEvent(event);
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
    for (int i = 0; i < m_tools->count(); ++i)
        m_tools->itemAt(i)->widget()->setFont(themeFont(TextRole::Caption));
    elide();
}

void CardHeader::elide()
{
    const QFontMetrics titleMetrics = m_titleLabel->fontMetrics();
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - kGap;
    const auto taken = [](const QBoxLayout *side) { return side->isEmpty() ? 0 : side->sizeHint().width() + kGap; };
    const int left = room - taken(m_tools) - taken(m_buttons);
    const bool below = toolsMayWrap(*this) && titleMetrics.horizontalAdvance(m_title) + 2 > left;
    placeTools(*static_cast<QBoxLayout *>(layout()), *m_tools, below);
    room = below ? room - taken(m_buttons) : left;
    const int mark = m_mark.isEmpty() ? 0 : m_captionText->metrics().horizontalAdvance(m_mark) + 2;
    const int titleRoom = std::max(room - mark, std::min(room, kLeastTitleLetters * titleMetrics.averageCharWidth()));
    const bool fits = titleMetrics.horizontalAdvance(m_title) + 2 <= titleRoom;
    const QString title = fits || m_shortTitle.isEmpty() ? m_title : m_shortTitle;
    const QString shown = titleMetrics.elidedText(title, Qt::ElideRight, std::max(titleRoom - 2, 22));
    const int titleWidth = titleMetrics.horizontalAdvance(shown) + 2;
    if (shown != m_titleLabel->text() || titleWidth != m_titleLabel->width()) {
        m_titleLabel->setFixedWidth(titleWidth);
        m_titleLabel->setText(shown);
        m_titleLabel->setToolTip(shown == m_title ? QString() : m_title);
    }
    m_captionText->setText(fittingCaption(room - titleWidth));
}

QString CardHeader::fittingCaption(int room) const
{
    const QFontMetrics metrics = m_captionText->metrics();
    QString caption = m_caption;
    while (!caption.isEmpty() && metrics.horizontalAdvance(caption) > room) {
        const auto end = caption.indexOf(kCaptionParts);
        if (end < 0 && !m_mark.isEmpty())
            return metrics.elidedText(m_mark, Qt::ElideRight, room);
        if (end < 0)
            return room > kLeastCaptionRoom ? metrics.elidedText(caption, Qt::ElideRight, room) : QString();
        caption.remove(0, end + kCaptionParts.size());
    }
    return caption;
}

Card::Card(const QString &title, QWidget *parent)
    : QWidget(parent), m_header(new CardHeader(title, this)), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_header);
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
