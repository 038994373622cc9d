// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/class/class_setup.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QListWidget;
class QSpinBox;

namespace gatescope {

class Workspace;

/// What a class set-up shows, ticked: lessons, workspaces, settings; what opens first; whether settings are
/// locked; how large networks begin.
class ClassDialog : public QDialog {
    Q_OBJECT

public:
    ClassDialog(const std::vector<Workspace *> &workspaces, const std::filesystem::path &resources,
                const ClassSetup &setup, QWidget *parent = nullptr);

    ClassSetup setup() const;

private:
    QHBoxLayout *firstLine();
    QHBoxLayout *networkLine(const ClassSetup &setup);
    QSpinBox *addSize(QHBoxLayout &line, const QString &words, const char *setting, int value);
    QListWidget *addList(const QString &title, const std::vector<std::pair<QString, QString>> &entries,
                         const std::vector<std::string> &ticked);

    QHBoxLayout *m_lists;
    QComboBox *m_first;
    QCheckBox *m_locked;
    QListWidget *m_lessons, *m_workspaces, *m_settings;
    QSpinBox *m_layers, *m_hidden;
};

} // namespace gatescope
