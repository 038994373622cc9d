// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>
#include <string>

class QDialog;
class QTemporaryDir;

namespace gatescope {

class MainWindow;

/// All boxes in which the program asks or tells something and waits: unsaved training, a file that is there already,
/// a run's note, about. What may wait itself is asked in bars over the page.
QStringList boxNames();

/// Opens each as its user does, lets it be looked at, and sends it away again. The window is shown, with a run on the
/// shelf. @return the names of those that were seen, in their order
QStringList forEachBox(MainWindow &window, const QTemporaryDir &folder,
                       const std::function<void(const std::string &name, QDialog &box)> &look);

} // namespace gatescope
