// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/note_list.h"

#include "ui/look/plain_text.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace gatescope {

NoteList::NoteList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(12, 4, 12, 10);
    m_layout->setSpacing(6);
}

void NoteList::setNotes(const std::vector<std::string> &warnings, const std::vector<std::string> &notes)
{
    std::vector<Note> all;
    for (const std::string &warning : warnings)
        all.push_back({warning, true});
    for (const std::string &note : notes)
        all.push_back({note});
    setNotes(std::move(all));
}

void NoteList::setNotes(std::vector<Note> notes)
{
    if (m_layout->count() > 0 && notes == m_notes)
        return;
    m_notes = std::move(notes);
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the button that was just pressed
        }
        delete item;
    }
    for (const Note &note : m_notes)
        addNote(note);
    if (m_notes.empty() && !m_emptyText.isEmpty())
        addNote({m_emptyText.toStdString()});
    m_layout->addStretch(1);
}

void NoteList::addNote(const Note &note)
{
    auto *label = new QuietLabel(fromSentence(note.text), this, note.isWarning ? LabelTone::Warning : LabelTone::Muted);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(label);
    label->show();
    for (const NoteAction &action : note.actions) {
        auto *button = new QPushButton(action.text, this);
        button->setObjectName(QStringLiteral("note-action"));
        button->setToolTip(action.tip);
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { Q_EMIT pressed(id); });
        m_layout->addWidget(button, 0, Qt::AlignLeft);
        button->show();
    }
}

QStringList NoteList::sentences() const
{
    QStringList sentences;
    for (int i = 0; i < m_layout->count(); ++i) {
        if (const auto *label = qobject_cast<QuietLabel *>(m_layout->itemAt(i)->widget()))
            sentences << label->text();
    }
    return sentences;
}

} // namespace gatescope
