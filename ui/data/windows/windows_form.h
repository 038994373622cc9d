// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form/field_list.h"

#include <string_view>
#include <vector>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace gatescope {

class DataDraft;
class OptionField;
class Document;
class QuietLabel;

/// How the series becomes sequences: task, window, split, scaling, order, and two mistakes worth seeing. Every field
/// acts at once and can be undone.
class WindowsForm : public FieldList {
    Q_OBJECT

public:
    WindowsForm(Document &document, DataDraft &draft, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintMistakesRed();
    void buildTask();
    void buildWindow();
    void buildSplit();
    void buildScaling();
    void buildOrder();
    void buildBaselines();
    void buildLeakage();
    QSpinBox *addNumber(const QString &id, const QString &title, const QString &unit, int least, int most,
                        const QString &tip);
    QCheckBox *addSwitch(const QString &id, const QString &title, const QString &tip);
    QuietLabel *addHint();
    void addTableFields(std::string_view group);
    void setSplit(double training, double validation);
    void showOptions();
    void showProposal(bool tensors);
    void showSeason();
    void showShift();
    void showCounts();
    void showProblems();

    Document &m_document;
    DataDraft &m_draft;
    QComboBox *m_task;
    QSpinBox *m_window, *m_training, *m_validation;
    QPushButton *m_useProposal, *m_predictChange;
    std::vector<OptionField *> m_fields;
    QCheckBox *m_scaleOnAll = nullptr, *m_shuffle = nullptr;
    QuietLabel *m_question, *m_general, *m_proposal, *m_shift, *m_parts, *m_counts, *m_scaleHint, *m_season,
        *m_leakHint;
};

} // namespace gatescope
