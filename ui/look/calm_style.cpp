// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/calm_style.h"

#include "ui/look/calm_shapes.h"
#include "ui/look/theme.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QWidget>

namespace gatescope {

namespace {

constexpr int kFieldInset = 2;          ///< of the words of a line to type into, besides Qt's own
constexpr double kButtonPadding = 12.0; ///< beside the words of a button, at the usual size of type

} // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const ThemeColors &colors = themeColors(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        pushButtonFace(*painter, *option, widget);
        return;
    case PE_PanelButtonTool:
        toolButtonFace(*painter, *option);
        return;
    case PE_FrameLineEdit:
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            fieldFace(*painter, option->rect, *option);
        return;
    case PE_IndicatorCheckBox:
        checkBoxFace(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        checkBoxFace(*painter, *option, true);
        return;
    case PE_FrameFocusRect:
        // Of a tool button the style is given the place of its label: the ring goes round the button.
        roundedBox(*painter,
                   (qobject_cast<const QToolButton *>(widget) ? widget->rect() : option->rect).adjusted(1, 1, -1, -1),
                   Qt::transparent, QPen(colors.accent, atTextSize(2)));
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, colors.bubble);
        return;
    case PE_FrameMenu:
        painter->setPen(colors.strongBorder);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        if (option->state & State_MouseOver)
            roundedBox(*painter, option->rect.adjusted(2, 2, -2, -2), colors.border, Qt::NoPen, 2);
        return;
    case PE_FrameDockWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const ThemeColors &colors = themeColors(option->palette);
    switch (element) {
    case CE_ProgressBarGroove:
        roundedBox(*painter, option->rect, colors.border, Qt::NoPen, option->rect.height() / 2.0);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && bar->maximum > bar->minimum) {
            QRect filled = option->rect;
            const double share = static_cast<double>(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            filled.setWidth(static_cast<int>(filled.width() * share));
            if (filled.width() >= filled.height())
                roundedBox(*painter, filled, colors.accent, Qt::NoPen, filled.height() / 2.0);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && widget && widget->property("accent").toBool() && (option->state & State_Enabled)) {
            QStyleOptionButton accented(*button);
            accented.palette.setColor(QPalette::ButtonText, colors.onAccent);
            accented.icon = QIcon(button->icon.pixmap(button->iconSize, widget->devicePixelRatioF(), QIcon::Selected));
            QProxyStyle::drawControl(element, &accented, painter, widget);
            return;
        }
        break;
    case CE_Splitter:
        if (option->state & State_MouseOver)
            roundedBox(*painter, option->rect.adjusted(2, 2, -2, -2), colors.border, Qt::NoPen, 2);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, colors.card);
        return;
    case CE_MenuBarItem: {
        const bool active = option->state & (State_Selected | State_Sunken);
        painter->fillRect(option->rect, colors.card);
        if (active)
            roundedBox(*painter, option->rect.adjusted(1, 2, -1, -2), colors.accentSoft, Qt::NoPen, 4);
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
            if (!styleHint(SH_UnderlineShortcut, option, widget))
                flags |= Qt::TextHideMnemonic;
            drawItemText(painter, item->rect, flags, item->palette, item->state & State_Enabled, item->text,
                         QPalette::WindowText);
        }
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option); box && control == CC_ComboBox)
        return drawComboBox(*box, *painter, widget);
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option); box && control == CC_SpinBox)
        return drawSpinBox(*box, *painter, widget);
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && (button->features & QStyleOptionToolButton::HasMenu)) {
        QStyleOptionToolButton plain(*button); // the picture says enough: no second little arrow
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
        if (control == CC_Slider)
            return drawSlider(*bar, *painter, widget);
        if (control == CC_ScrollBar)
            return drawScrollBar(*bar, *painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void CalmStyle::drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const
{
    if (option.frame)
        fieldFace(painter, option.rect, option);
    else
        toolButtonFace(painter, option);
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    const QColor color =
        option.palette.color(option.state & State_Enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    chevron(painter, QRectF(arrow).center(), atTextSize(3.5), false, color);
}

void CalmStyle::drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget) const
{
    if (option.frame)
        fieldFace(painter, option.rect, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (const auto part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const bool up = part == SC_SpinBoxUp;
        const bool enabled =
            (option.state & State_Enabled)
            && (option.stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled));
        const QRect rect = subControlRect(CC_SpinBox, &option, part, widget);
        chevron(painter, QRectF(rect).center() + QPointF(0, up ? 1 : -1), atTextSize(3), up,
                option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    }
}

void CalmStyle::drawSlider(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget) const
{
    const ThemeColors &colors = themeColors(option.palette);
    const bool enabled = option.state & State_Enabled;
    const bool horizontal = option.orientation == Qt::Horizontal;
    const QRect handle = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    const QPoint middle = handle.center();
    QRect groove = option.rect;
    if (horizontal)
        groove = QRect(groove.left() + 2, middle.y() - 1, groove.width() - 4, 4);
    else
        groove = QRect(middle.x() - 1, groove.top() + 2, 4, groove.height() - 4);
    roundedBox(painter, groove, colors.border, Qt::NoPen, 2);
    QRect done = groove;
    if (horizontal)
        option.upsideDown ? done.setLeft(middle.x()) : done.setRight(middle.x());
    else
        option.upsideDown ? done.setTop(middle.y()) : done.setBottom(middle.y());
    roundedBox(painter, done, enabled ? colors.accent : colors.strongBorder, Qt::NoPen, 2);
    const int knobSize = pixelMetric(PM_SliderLength);
    const QRect knob =
        QRect(0, 0, knobSize, knobSize)
            .translated(middle - QPoint(knobSize / 2, knobSize / 2) + (horizontal ? QPoint(0, 1) : QPoint(1, 0)));
    const QColor color = enabled ? colors.accent : colors.strongBorder;
    if (option.state & State_HasFocus)
        roundedBox(painter, knob, colors.card, QPen(color, 2), knobSize / 2.0);
    roundedBox(painter, option.state & State_HasFocus ? knob.adjusted(4, 4, -4, -4) : knob, color, QPen(colors.card, 2),
               knobSize / 2.0);
}

void CalmStyle::drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget) const
{
    const ThemeColors &colors = themeColors(option.palette);
    QRect handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool active = option.state & (State_MouseOver | State_Sunken);
    handle.adjust(option.orientation == Qt::Vertical ? 3 : 1, option.orientation == Qt::Vertical ? 1 : 3,
                  option.orientation == Qt::Vertical ? -2 : -1, option.orientation == Qt::Vertical ? -1 : -2);
    if (option.maximum > option.minimum)
        roundedBox(painter, handle, active ? colors.muted : colors.strongBorder, Qt::NoPen, 3);
}

void CalmStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // The list of a combo box asks this style how high its rows are only with this delegate.
    if (auto *box = qobject_cast<QComboBox *>(widget); box && !qobject_cast<QStyledItemDelegate *>(box->itemDelegate()))
        box->setItemDelegate(new QStyledItemDelegate(box));
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                  const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    // Fields and buttons of one height stand in line.
    const int height = option->fontMetrics.height() + 10;
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        type == CT_ComboBox && box && box->frame)
        size.rwidth() += 6; // the words keep off the arrow
    if (type == CT_LineEdit)
        size.rwidth() += kFieldInset;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (type == CT_PushButton && button && !button->text.isEmpty()) // the words keep off the edges
        size.setWidth(std::max(size.width(), contents.width() + 2 * qRound(atTextSize(kButtonPadding))));
    if (type == CT_LineEdit || type == CT_SpinBox || type == CT_ComboBox)
        size.setHeight(height);
    else if (type == CT_PushButton || (type == CT_ItemViewItem && widget && widget->inherits("QComboBoxListView")))
        size.setHeight(std::max(size.height(), height));
    return size;
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    // Words of all fields of a form stand in line: those of a choice begin so far from its edge.
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return element == SE_LineEditContents && frame && frame->lineWidth > 0 ? rect.adjusted(kFieldInset, 0, 0, 0) : rect;
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 8;
    case PM_ScrollBarExtent:
        return 11;
    case PM_SliderThickness:
        return qRound(atTextSize(22));
    case PM_SliderLength:
        return qRound(atTextSize(15));
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return qRound(atTextSize(16));
    case PM_MenuBarPanelWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ScrollBar_Transient:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
        return 0;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return m_reducedMotion ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace gatescope
