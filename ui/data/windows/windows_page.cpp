// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/windows/windows_page.h"

#include "ui/data/windows/series_card.h"
#include "ui/data/windows/window_card.h"
#include "ui/data/windows/windows_form.h"
#include "ui/document/document.h"
#include "ui/widgets/form/note_list.h"
#include "ui/widgets/form/scroll_pane.h"

#include <QBoxLayout>

namespace gatescope {

WindowsPage::WindowsPage(Document &document, DataDraft &draft, Selection &selection, QWidget *parent)
    : FormPage(parent), m_document(document), m_formCard(new Card(tr("Windows"), this)),
      m_notesCard(new Card(tr("What was done"), this)), m_form(new WindowsForm(document, draft)),
      m_series(new SeriesCard(draft, selection, this)), m_window(new WindowCard(draft, selection, this)),
      m_notes(new NoteList)
{
    auto *left = new QWidget;
    m_left = new QVBoxLayout(left);
    m_left->setContentsMargins(0, 0, 0, 0);
    m_left->addWidget(m_form);
    auto *form = new ScrollPane(left);
    m_formCard->setContent(form);
    auto *notes = new QWidget;
    m_notesPlace = new QVBoxLayout(notes);
    m_notesPlace->setContentsMargins(0, 0, 0, 0);
    m_notesPlace->addWidget(m_notes);
    m_notesCard->setContent(new ScrollPane(notes));
    m_notes->setEmptyText(tr("Nothing was left out, filled in or changed."));
    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(m_window, 5);
    below->addWidget(m_notesCard, 2);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_series, 3);
    right->addLayout(below, 2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_formCard);
    row->addLayout(right, 1);
    keepForm(*row, *m_formCard, *form, 240, 320, {m_formCard, m_series, m_window});
    connect(&m_series->header(), &CardHeader::failed, this, &WindowsPage::failed);
    connect(&m_window->header(), &CardHeader::failed, this, &WindowsPage::failed);
    connect(&document, &Document::dataChanged, this, &WindowsPage::showNotes);
    showNotes();
}

std::vector<ViewExport *> WindowsPage::exports()
{
    return {m_series, m_window};
}

void WindowsPage::showNotes()
{
    const auto prepared = m_document.data();
    m_notes->setNotes(prepared ? prepared->warnings : std::vector<std::string>(),
                      prepared ? prepared->notes : std::vector<std::string>());
}

void WindowsPage::resizeEvent(QResizeEvent *event)
{
    FormPage::resizeEvent(event);
    // Where it is narrow the notes stand under the form instead of beside the window.
    const bool wide = width() > 900;
    if (wide == m_notesCard->isVisibleTo(this))
        return;
    (wide ? m_notesPlace : m_left)->addWidget(m_notes);
    m_notesCard->setVisible(wide);
}

} // namespace gatescope
