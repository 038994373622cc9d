// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/question/edit_target.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;

namespace gatescope {

class ChoiceBar;
class Inspection;

/// Asks one question of the network: which value, where, and what it should be. Turning the value asks at once.
class EditForm : public QWidget {
    Q_OBJECT

public:
    explicit EditForm(Inspection &inspection, QWidget *parent = nullptr);

    EditTarget target() const;
    void setKind(EditKind kind);
    EditKind kind() const;
    /// Asks with a value in the units of the field.
    void ask(double value);

private:
    void addFields();
    void follow();
    void showRange();
    void askNow();
    /// The field's value as the network reads it: inputs are scaled.
    double networkValue() const;
    double shownValue(double network) const;

    Inspection &m_inspection;
    ChoiceBar *m_kind;
    QComboBox *m_scope;
    QComboBox *m_feature;
    QLabel *m_where;
    QSlider *m_slider;
    QDoubleSpinBox *m_value;
    QCheckBox *m_mean;
    QPushButton *m_ask;
};

} // namespace gatescope
