// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/window_keeper.h"

#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/look/language.h"
#include "ui/shell/window/class_actions.h"
#include "ui/shell/window/main_window.h"

#include <QApplication>

#include <optional>
#include <utility>

namespace gatescope {

WindowKeeper::WindowKeeper(Language &language, Preferences &preferences, Selection &selection, Maker make)
    : m_language(language), m_preferences(preferences), m_selection(selection), m_make(std::move(make))
{
    begin();
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::begin()
{
    m_window = m_make();
    // Not from within the menu that goes with the window.
    connect(m_window.get(), &MainWindow::languageChosen, this, &WindowKeeper::renew, Qt::QueuedConnection);
}

void WindowKeeper::renew()
{
    const QString before = Language::inForce();
    m_language.choose(m_preferences.language());
    if (Language::inForce() == before)
        return;
    const bool quits = QApplication::quitOnLastWindowClosed(), wasShown = m_window->isVisible();
    QApplication::setQuitOnLastWindowClosed(false);
    m_window->remember();
    Autosave *autosave = m_window->autosave();
    const Cursor cursor = m_selection.cursor();
    const std::optional<ClassSetup> setup = m_window->classActions().setup();
    m_window.reset();
    begin();
    if (setup) // before the window shows: nothing of what is hidden is seen
        m_window->classActions().goOn(*setup);
    m_selection.setCursor(cursor);
    if (autosave)
        m_window->useAutosave(*autosave);
    if (wasShown)
        m_window->show();
    QApplication::setQuitOnLastWindowClosed(quits);
    Q_EMIT renewed();
}

} // namespace gatescope
