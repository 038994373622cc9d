// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QBoxLayout;

namespace gatescope {

/// Sentences one below the other: warnings first, in their colour, then plain notes.
class NoteList : public QWidget {
    Q_OBJECT

public:
    explicit NoteList(QWidget *parent = nullptr);

    void setNotes(const std::vector<std::string> &warnings, const std::vector<std::string> &notes);
    /// Shown while there is no sentence; empty: nothing is.
    void setEmptyText(const QString &text) { m_emptyText = text; }
    QStringList sentences() const;

private:
    std::vector<std::string> m_warnings, m_notes;
    QBoxLayout *m_layout;
    QString m_emptyText;
};

} // namespace gatescope
