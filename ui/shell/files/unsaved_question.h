// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace gatescope {

enum class UnsavedAnswer { Save, Discard, Cancel };

/// Asks what becomes of trained weights that are in no file yet. Modal: they would be lost.
/// @param what  the training in a few words: "hourly temperature, 12 epochs"
UnsavedAnswer askAboutUnsaved(const QString &what, QWidget *parent);

} // namespace gatescope
