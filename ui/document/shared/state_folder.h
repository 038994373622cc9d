// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace gatescope {

/// Where the window keeps what is its user's and no file of theirs: preferences, autosaves, runs, own lessons.
/// Usually gatescope/ in the desktop's folders for such things; one folder for all of it where a start asks for that.
class StateFolder {
public:
    /// Before anything of it is used. @param folder  empty: as usual
    static void moveTo(const QString &folder);
    static QString preferences();                           ///< the INI file
    static std::filesystem::path data(const QString &name); ///< of one kind, such as "runs"
};

} // namespace gatescope
