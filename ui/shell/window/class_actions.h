// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/class/class_setup.h"

#include <QObject>
#include <QString>

#include <optional>

class QMenu;

namespace gatescope {

class Document;
class MainWindow;

/// The class set-up: opened, made of what is ticked, gone back to, left again.
class ClassActions : public QObject {
    Q_OBJECT

public:
    ClassActions(MainWindow &window, Document &document);

    void fill(QMenu &menu);
    /// Opens a set-up and puts it in force. @return false, with a message, when it cannot be used
    bool open(const QString &path);
    /// Goes on with the set-up of the window before this one; its lesson does not begin again.
    void goOn(const ClassSetup &setup);
    /// Everything is shown again.
    void leave();
    /// As the file says, whatever was changed since.
    void again();
    const std::optional<ClassSetup> &setup() const { return m_setup; }
    void apply(const ClassSetup &setup);

private:
    /// What trainings on data of one's own begin with from now on.
    void setStandard();
    void chooseAndOpen();
    void make();

    MainWindow &m_window;
    Document &m_document;
    std::optional<ClassSetup> m_setup;
};

} // namespace gatescope
