// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/train/settings/settings_table.h"

#include <QWidget>

#include <functional>

class QLabel;

namespace gatescope {

class ProblemLabel;

/// One setting: its name, a field of the right kind, and a sentence below when the value cannot be used.
class SettingRow : public QWidget {
    Q_OBJECT

public:
    SettingRow(const SettingInfo &setting, QWidget *parent);

    const SettingInfo &setting() const { return m_setting; }
    /// Shows the value; emits nothing.
    void show(const Settings &settings);
    void setProblem(const QString &sentence);
    /// Marks a value that is waiting for the next reset.
    void setWaiting(bool waiting);
    /// Why the setting has no effect now, below its field, which cannot be changed then; empty: it has.
    void setReason(const QString &reason);
    bool hasReason() const;
    void setChangeable(bool changeable);
    /// Whether it waits or has a problem.
    bool needsALook() const;
    QWidget *field() const { return m_field; }
    /// One width for all fields of a form lines them up.
    void setFieldWidth(int width);
    /// What the longest choice takes; 0 for other fields.
    int neededWidth() const;

Q_SIGNALS:
    /// The user entered a text as setSettingText() takes it.
    void edited(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeField();
    QWidget *makeInteger();
    QWidget *makeReal();
    QWidget *makeSwitch();
    QWidget *makeChoice();
    void applyFonts();

    const SettingInfo &m_setting;
    QLabel *m_label;
    QLabel *m_waiting;
    QWidget *m_field;
    QLabel *m_reason;
    ProblemLabel *m_problem;
    bool m_changeable = true;
    std::function<void(const Settings &)> m_show;
};

} // namespace gatescope
