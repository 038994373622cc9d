// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form/form_page.h"

#include <vector>

class QBoxLayout;

namespace gatescope {

class Card;
class DataDraft;
class Document;
class NoteList;
class Selection;
class SeriesCard;
class ViewExport;
class WindowCard;
class WindowsForm;

/// How the series becomes sequences: the form beside the series, one window, and the notes of the preparation.
class WindowsPage : public FormPage {
    Q_OBJECT

public:
    WindowsPage(Document &document, DataDraft &draft, Selection &selection, QWidget *parent = nullptr);

    std::vector<ViewExport *> exports();

Q_SIGNALS:
    void failed(const QString &message);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showNotes();

    Document &m_document;
    Card *m_formCard, *m_notesCard;
    WindowsForm *m_form;
    SeriesCard *m_series;
    WindowCard *m_window;
    NoteList *m_notes;
    QBoxLayout *m_left, *m_notesPlace;
};

} // namespace gatescope
