// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/options/option_table.h"

#include <QObject>

#include <map>
#include <string>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace gatescope {

class DataDraft;
class FieldList;

/// One data option as a field of a form, made of its entry in the table: a list of choices, a switch, a number, ticks
/// or a line of text. An edit goes to the draft; what does not parse stays in the field, with the reason below it.
class OptionField : public QObject {
    Q_OBJECT

public:
    /// Adds the field to the form, under the option's id.
    OptionField(const DataOption &option, DataDraft &draft, FieldList &form);

    const DataOption &option() const { return m_option; }
    /// Shows the value in force, unless a text is being typed; disables or hides what plays no part.
    void show(const DataOptions &options, bool enabled);

private:
    void addChoice(FieldList &form);
    void addSwitch(FieldList &form);
    void addNumber(FieldList &form);
    void addTicks(FieldList &form);
    void addText(FieldList &form);
    void readTicks();
    void readText();
    QString tip() const;

    const DataOption &m_option;
    DataDraft &m_draft;
    FieldList &m_form;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_switch = nullptr;
    QSpinBox *m_number = nullptr;
    QLineEdit *m_text = nullptr;
    std::map<std::string, QCheckBox *> m_ticks; ///< by the choice's id
};

} // namespace gatescope
