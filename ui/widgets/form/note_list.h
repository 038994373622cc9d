// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QBoxLayout;

namespace gatescope {

/// What a note offers to do: a button below it.
struct NoteAction {
    QString id; ///< what pressed() tells
    QString text;
    QString tip;

    bool operator==(const NoteAction &) const = default;
};

/// A sentence of the core, shown in the window's words.
struct Note {
    std::string text;
    bool isWarning = false;
    std::vector<NoteAction> actions = {};

    bool operator==(const Note &) const = default;
};

/// Sentences one below the other: warnings first, in their colour, then plain notes.
class NoteList : public QWidget {
    Q_OBJECT

public:
    explicit NoteList(QWidget *parent = nullptr);

    void setNotes(const std::vector<std::string> &warnings, const std::vector<std::string> &notes);
    /// In this order.
    void setNotes(std::vector<Note> notes);
    /// Shown while there is no sentence; empty: nothing is.
    void setEmptyText(const QString &text) { m_emptyText = text; }
    QStringList sentences() const;

Q_SIGNALS:
    /// A note's button.
    void pressed(const QString &action);

private:
    void addNote(const Note &note);

    std::vector<Note> m_notes;
    QBoxLayout *m_layout;
    QString m_emptyText;
};

} // namespace gatescope
