// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/random.h"
#include "ui/document/document.h"
#include "ui/look/theme.h"
#include "ui/shell/window/main_window.h"

#include <QTimer>

namespace gatescope {

/// Clicks, keys and the wheel, at random and the same for the same seed, on whatever can be seen of a window that
/// trains.
class Monkey {
public:
    Monkey(MainWindow &window, Document &document, Theme &theme, std::uint64_t seed);

    void play(int events);

private:
    QWidget *anyWidget();
    void oneEvent(QWidget &widget);
    void turnEverything();
    void beginAnew();

    MainWindow &m_window;
    Document &m_document;
    Theme &m_theme;
    Random m_random;
    QTimer m_closer; ///< closes menus, popups and dialogs as soon as they open, also in event loops of their own
};

} // namespace gatescope
