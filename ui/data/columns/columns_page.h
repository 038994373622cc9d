// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form/form_page.h"

class QScrollArea;
class QSplitter;
class QModelIndex;
class QTableView;

namespace gatescope {

class Card;
class ColumnsCard;
class DataDraft;
class Document;
class NoteList;
class ReadingForm;
class ReadingOffersView;
class RowsModel;

/// How the open file was read, what its columns are used for, and its rows.
class ColumnsPage : public FormPage {
    Q_OBJECT

public:
    ColumnsPage(Document &document, DataDraft &draft, QWidget *parent = nullptr);

protected:
private:
    QWidget *makeReading();
    QWidget *makeRows();
    void showTable();
    void showRoles();
    void chooseRole(const QPoint &place);

    Document &m_document;
    DataDraft &m_draft;
    ColumnsCard *m_columns;
    RowsModel *m_rowsModel;
    QTableView *m_rowsView;
    QScrollArea *m_reading;
    ReadingForm *m_form;
    NoteList *m_notes;
    ReadingOffersView *m_offers;
    Card *m_readingCard, *m_rowsCard;
};

} // namespace gatescope
