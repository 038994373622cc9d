// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include "ui/look/calm_style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QLocale>
#include <QPointer>
#include <QWidget>
#include <qcustomplot.h>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double kUsualPoints = 10.0; ///< what desktops use
constexpr double kCaption = 0.9;      ///< of the text: 12 pixels at the usual size

const ThemeColors kLight = {Look::Light, "#F2F4F7", "#FFFFFF", "#FFFFFF", "#E3E7ED", "#C6CDD8", "#1B2534",
                            "#5A6474",   "#EBEEF2", "#2563EB", "#FFFFFF", "#EAF1FF", "#8A5300", "#FFF5DC",
                            "#B42318",   "#FEECEA", "#1E293B", "#FFFFFF", "#0B1220", "#FFFFFF", "#E879F9"};
const ThemeColors kDark = {Look::Dark, "#0E131A", "#171E28", "#1D2531", "#283240", "#3D4A5C", "#E6EBF2",
                           "#9DA9B9",  "#242D3A", "#5B96FF", "#08101F", "#1B2C4A", "#F5BD4F", "#33290F",
                           "#FF8A80",  "#3B1B1B", "#E6EBF2", "#111827", "#FFFFFF", "#0B1220", "#E879F9"};
const ThemeColors kContrast = {Look::HighContrast, "#000000", "#000000", "#000000", "#FFFFFF", "#FFFFFF", "#FFFFFF",
                               "#FFFFFF",          "#4A4A4A", "#FFD400", "#000000", "#3A3000", "#FFD400", "#000000",
                               "#FF8A80",          "#000000", "#FFFFFF", "#000000", "#FFFFFF", "#000000", "#FF00FF"};
const ThemeColors kLightContrast = {Look::LightContrast, "#FFFFFF", "#FFFFFF", "#FFFFFF", "#000000", "#000000",
                                    "#000000",           "#000000", "#B5B5B5", "#0033CC", "#FFFFFF", "#DCE6FF",
                                    "#6B3A00",           "#FFFFFF", "#A00000", "#FFFFFF", "#000000", "#FFFFFF",
                                    "#000000",           "#FFFFFF", "#C000C0"};

const ThemeColors &colorsOf(Look look)
{
    switch (look) {
    case Look::Light:
        return kLight;
    case Look::Dark:
        return kDark;
    case Look::LightContrast:
        return kLightContrast;
    case Look::HighContrast:
        break;
    }
    return kContrast;
}

void styleAxis(QCPAxis &axis, const ThemeColors &colors)
{
    axis.setBasePen(QPen(colors.strongBorder));
    axis.setTickPen(QPen(colors.strongBorder));
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelColor(colors.muted);
    axis.setLabelColor(colors.muted);
    axis.setTickLabelFont(themeFont(TextRole::Caption));
    axis.setLabelFont(themeFont(TextRole::Caption));
    axis.setSelectedTickLabelFont(themeFont(TextRole::Caption));
    axis.setSelectedLabelFont(themeFont(TextRole::Caption));
    axis.setTickLength(0, qRound(atTextSize(4)));
    axis.setTickLabelPadding(4);
    axis.setLabelPadding(4);
    axis.grid()->setPen(QPen(colors.grid));
    axis.grid()->setZeroLinePen(QPen(colors.border));
    axis.grid()->setSubGridVisible(false);
}

} // namespace

const ThemeColors &themeColors(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    if (window == kContrast.ground)
        return kContrast;
    if (window == kLightContrast.ground)
        return kLightContrast;
    return window.lightness() < 128 ? kDark : kLight;
}

QPalette paletteFor(Look look)
{
    const ThemeColors &c = colorsOf(look);
    QPalette palette;
    palette.setColor(QPalette::Window, c.ground);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.field);
    palette.setColor(QPalette::AlternateBase, c.ground);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.field);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.error);
    palette.setColor(QPalette::ToolTipBase, c.bubble);
    palette.setColor(QPalette::ToolTipText, c.onBubble);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.card);
    palette.setColor(QPalette::Midlight, c.border);
    palette.setColor(QPalette::Mid, c.strongBorder);
    palette.setColor(QPalette::Dark, c.strongBorder);
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0, 60));
    const QColor faded = look == Look::HighContrast    ? QColor("#B0B0B0")
                         : look == Look::LightContrast ? QColor("#5F5F5F")
                         : look == Look::Light         ? QColor("#98A1AF")
                                                       : QColor("#667283");
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faded);
    return palette;
}

QFont themeFont(TextRole role)
{
    QFont font = role == TextRole::Formula ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QApplication::font();
    const double size = QApplication::font().pointSizeF();
    switch (role) {
    case TextRole::Caption:
        font.setPointSizeF(size * kCaption);
        break;
    case TextRole::Title:
        font.setPointSizeF(size * 1.08);
        font.setBold(true);
        break;
    case TextRole::Figure:
        font.setPointSizeF(size * 1.1);
        font.setBold(true);
        break;
    case TextRole::Body:
    case TextRole::Formula:
        font.setPointSizeF(size);
        break;
    }
    return font;
}

double atTextSize(double pixels)
{
    return pixels * QApplication::font().pointSizeF() / kUsualPoints;
}

QString groupedNumber(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

Theme::Theme(QObject *parent) : QObject(parent)
{
    const QFont font = QApplication::font();
    const QPalette palette = QApplication::palette();
    // As they were found: a theme that comes after this one would take its type and colours for the desktop's.
    connect(this, &QObject::destroyed, qApp, [font, palette] {
        QApplication::setFont(font);
        QApplication::setPalette(palette);
    });
    m_systemIsDark = palette.color(QPalette::Window).lightness() < 128;
    m_systemFont = font;
    // Platforms without one (offscreen, bare X servers) report other sizes.
    m_systemFont.setPointSizeF(std::clamp(m_systemFont.pointSizeF(), kUsualPoints, 11.0));
    QApplication::setStyle(new CalmStyle);
    apply();
}

Look Theme::look() const
{
    switch (m_mode) {
    case ThemeMode::Light:
        return Look::Light;
    case ThemeMode::Dark:
        return Look::Dark;
    case ThemeMode::HighContrast:
        return Look::HighContrast;
    case ThemeMode::LightContrast:
        return Look::LightContrast;
    case ThemeMode::System:
        break;
    }
    return m_systemIsDark ? Look::Dark : Look::Light;
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::setTextScale(double scale)
{
    scale = std::clamp(scale, 0.8, 2.0);
    if (scale == m_textScale)
        return;
    m_textScale = scale;
    apply();
}

void Theme::apply()
{
    QFont font = m_systemFont;
    font.setPointSizeF(m_systemFont.pointSizeF() * m_textScale);
    QApplication::setFont(font);
    // Qt tells only those that inherit the font; who chose its own by the theme's sizes has to choose again.
    QList<QPointer<QWidget>> chosen;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->testAttribute(Qt::WA_SetFont))
            chosen << widget;
    }
    for (const QPointer<QWidget> &widget : chosen) {
        QEvent changed(QEvent::FontChange);
        if (widget)
            QCoreApplication::sendEvent(widget, &changed);
    }
    QApplication::setPalette(paletteFor(look()));
    // Layouts keep sizes of what they hold; those measured in the type before are wrong now.
    for (QWidget *widget : QApplication::allWidgets()) {
        widget->updateGeometry();
        if (widget->styleSheet().isEmpty())
            continue;
        QEvent event(QEvent::PaletteChange); // a widget with a sheet of its own is not told
        QApplication::sendEvent(widget, &event);
    }
    Q_EMIT changed();
}

void applyTheme(QCustomPlot &plot)
{
    const ThemeColors &colors = themeColors(plot.palette());
    plot.setBackground(QBrush(colors.card));
    for (QCPAxisRect *rect : plot.axisRects()) {
        rect->setBackground(Qt::NoBrush);
        for (QCPAxis *axis : rect->axes())
            styleAxis(*axis, colors);
    }
    if (plot.legend) {
        plot.legend->setFont(themeFont(TextRole::Caption));
        plot.legend->setTextColor(colors.text);
        plot.legend->setBorderPen(Qt::NoPen);
        QColor ground = colors.card;
        ground.setAlpha(220);
        plot.legend->setBrush(ground);
        // As high as a line of text, whose descenders would be cut where the screen's scale makes them longer.
        plot.legend->setIconSize(qRound(atTextSize(20)), QFontMetrics(themeFont(TextRole::Caption)).height() + 2);
    }
}

} // namespace gatescope
