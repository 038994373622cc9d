// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QComboBox;
class QLineEdit;
class QModelIndex;
class QToolButton;

namespace gatescope {

class ColumnsModel;
class ColumnsView;
class DataDraft;
class Document;
class ProblemLabel;

/// The table of columns, with what acts on many of them at once: a filter by name, all or none as features, one type.
class ColumnsCard : public Card {
    Q_OBJECT

public:
    ColumnsCard(Document &document, DataDraft &draft, QWidget *parent = nullptr);

    ColumnsModel &model() const { return *m_model; }
    /// Makes a column the current one.
    void showColumn(int column);

private:
    void makeTools();
    void makeFeatureMenu();
    void showTable();
    void showProblems();
    void chooseType(const QModelIndex &index);

    Document &m_document;
    DataDraft &m_draft;
    ColumnsModel *m_model;
    ColumnsView *m_view;
    QLineEdit *m_filter;
    QToolButton *m_features, *m_ignored;
    QComboBox *m_missing;
    ProblemLabel *m_problem;
    QString m_refusal; ///< why a role was not given, until the next try
};

} // namespace gatescope
