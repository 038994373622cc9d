// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/note_list.h"

#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>

namespace gatescope {

NoteList::NoteList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(12, 4, 12, 10);
    m_layout->setSpacing(6);
}

void NoteList::setNotes(const std::vector<std::string> &warnings, const std::vector<std::string> &notes)
{
    if (m_layout->count() > 0 && warnings == m_warnings && notes == m_notes)
        return;
    m_warnings = warnings;
    m_notes = notes;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](const QString &text, LabelTone tone) {
        auto *label = new QuietLabel(text, this, tone);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_layout->addWidget(label);
        label->show();
    };
    for (const std::string &warning : warnings)
        add(QString::fromStdString(warning), LabelTone::Warning);
    for (const std::string &note : notes)
        add(QString::fromStdString(note), LabelTone::Muted);
    if (warnings.empty() && notes.empty() && !m_emptyText.isEmpty())
        add(m_emptyText, LabelTone::Muted);
    m_layout->addStretch(1);
}

QStringList NoteList::sentences() const
{
    QStringList sentences;
    for (const QuietLabel *label : findChildren<QuietLabel *>())
        sentences << label->text();
    return sentences;
}

} // namespace gatescope
