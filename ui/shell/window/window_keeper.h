// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace gatescope {

class Language;
class MainWindow;
class Preferences;
class Selection;

/// Holds the one main window, and makes it anew when another language is chosen: every word comes new, and what the
/// document holds (data, training, runs, undo) and the cursor stay. A class set-up stays in force. What only the
/// window held goes with it: messages and an open lesson's side page.
class WindowKeeper : public QObject {
    Q_OBJECT

public:
    using Maker = std::function<std::unique_ptr<MainWindow>()>;

    WindowKeeper(Language &language, Preferences &preferences, Selection &selection, Maker make);
    ~WindowKeeper() override;

    MainWindow &window() { return *m_window; }

Q_SIGNALS:
    /// The window before is gone.
    void renewed();

private:
    void begin();
    void renew();

    Language &m_language;
    Preferences &m_preferences;
    Selection &m_selection;
    Maker m_make;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace gatescope
