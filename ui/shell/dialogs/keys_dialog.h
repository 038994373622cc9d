// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMap>

class QCheckBox;
class QKeySequenceEdit;
class QTableWidget;

namespace gatescope {

class KeyBindings;
class ProblemLabel;

/// All keys: those of actions, which can be changed, and those that work within a view while it has the focus. Changes
/// are in force at once; the list prints.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(KeyBindings &keys, QWidget *parent = nullptr);

    /// The list as a page, for printing.
    QString html() const;

private:
    void fill();
    void showKeys();
    void change(const QString &id, QKeySequenceEdit &edit);
    void print();

    KeyBindings &m_keys;
    QCheckBox *m_single;
    QTableWidget *m_table;
    ProblemLabel *m_problem;
    QMap<QString, QKeySequenceEdit *> m_edits;
};

} // namespace gatescope
