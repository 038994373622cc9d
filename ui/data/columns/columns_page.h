// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QSplitter;
class QModelIndex;
class QTableView;
class QToolButton;

namespace gatescope {

class Card;
class ColumnsModel;
class ColumnsView;
class DataDraft;
class Document;
class NoteList;
class ProblemLabel;
class ReadingForm;
class RowsModel;

/// How the open file was read, what its columns are used for, and its rows.
class ColumnsPage : public QWidget {
    Q_OBJECT

public:
    ColumnsPage(Document &document, DataDraft &draft, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeReading();
    QWidget *makeColumns();
    QWidget *makeRows();
    void showTable();
    void showRoles();
    void showProblems();
    void chooseRole(const QPoint &place);
    void chooseType(const QModelIndex &index);

    Document &m_document;
    DataDraft &m_draft;
    ColumnsModel *m_columnsModel;
    ColumnsView *m_columnsView;
    RowsModel *m_rowsModel;
    QTableView *m_rowsView;
    ReadingForm *m_form;
    NoteList *m_notes;
    Card *m_readingCard, *m_columnsCard, *m_rowsCard;
    QComboBox *m_missing;
    QToolButton *m_ignored;
    ProblemLabel *m_problem;
    QString m_refusal; ///< why a role was not given, until the next try
};

} // namespace gatescope
