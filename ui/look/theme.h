// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

class QCustomPlot;

namespace gatescope {

/// What a user chooses; System follows the desktop.
enum class ThemeMode { System, Light, Dark, HighContrast, LightContrast };
/// What is then on screen.
enum class Look { Light, Dark, HighContrast, LightContrast };

/// Whether the look's ground is light.
constexpr bool isLight(Look look)
{
    return look == Look::Light || look == Look::LightContrast;
}

/// The colours of one look. Quantities have theirs in quantity.h.
struct ThemeColors {
    Look look;
    QColor ground;       ///< behind the cards
    QColor card;         ///< a card's face; fields and plots lie on it
    QColor field;        ///< a text field's or a button's face
    QColor border;       ///< around cards and fields
    QColor strongBorder; ///< around what can be pressed or typed into
    QColor text;
    QColor muted; ///< captions, axis numbers; still 4.5 : 1 on card and ground
    QColor grid;
    QColor accent; ///< the one colour of actions and of what is chosen
    QColor onAccent;
    QColor accentSoft; ///< ground of the chosen and of hints
    QColor warning;
    QColor warningSoft;
    QColor error;
    QColor errorSoft;
    QColor bubble; ///< ground of hover values
    QColor onBubble;
    QColor cursor;     ///< the selection's outline on maps, plots and drawings
    QColor cursorHalo; ///< drawn along it: on any colour of a map one of the two stands out
    QColor notANumber;
};

/// The colours that belong to a palette made by Theme (any other palette: light or dark by its window colour).
const ThemeColors &themeColors(const QPalette &palette);
QPalette paletteFor(Look look);

/// The places type is used in; sizes are relative to the application's font.
enum class TextRole { Caption, Body, Title, Figure, Formula };
QFont themeFont(TextRole role);
/// A length drawn at the usual size of type (an icon, a thick line), in pixels, as it is at the size in force.
double atTextSize(double pixels);

/// 38273 as "38,273".
QString groupedNumber(qint64 number);

/// Puts style, palette and type on the application, and changes them on demand. One a program; not a singleton.
class Theme : public QObject {
    Q_OBJECT

public:
    /// Installs the style and reads what the desktop looks like. Construct after QApplication, before any widget.
    explicit Theme(QObject *parent = nullptr);

    ThemeMode mode() const { return m_mode; }
    Look look() const;
    void setMode(ThemeMode mode);
    /// 1 is the desktop's size of type; up to 2 for a projector.
    double textScale() const { return m_textScale; }
    void setTextScale(double scale);

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    bool m_systemIsDark = false;
    double m_textScale = 1.0;
    QFont m_systemFont;
};

/// Gives a plot the colours and fonts of its widget's palette. Call again on QEvent::PaletteChange and FontChange.
void applyTheme(QCustomPlot &plot);

} // namespace gatescope
