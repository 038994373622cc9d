// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "ui/document/document.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace gatescope {

/// The data's options as the forms show them. Edits that follow each other quickly become one change of the document,
/// which can be undone; what the document refuses stays in the forms, with the problem beside its field.
class DataDraft : public QObject {
    Q_OBJECT

public:
    explicit DataDraft(Document &document, QObject *parent = nullptr);

    /// The data in force.
    const OpenData &open() const { return m_document.open(); }
    const DataOptions &options() const { return m_options; }
    /// Whether the forms show something that is not in force: not yet, or refused.
    bool isPending() const { return m_options != m_document.dataOptions(); }
    /// Edits, tells, and asks the document after a short rest.
    void edit(const std::function<void(DataOptions &)> &change);
    /// Asks the document now.
    void apply();

    /// What is wrong, by field (the names of Problem::field; "" for what belongs to none), with the way out.
    const std::map<QString, QString> &problems() const { return m_problems; }

Q_SIGNALS:
    /// Other data are in force, or the same with other options.
    void dataChanged();
    /// Options changed, by an edit or by the document.
    void changed();
    void problemsChanged();

private:
    void takeFromDocument();
    void showProblems(const std::vector<Problem> &problems);
    void setProblems(std::map<QString, QString> problems);
    QString fieldOf(const QString &message) const;

    Document &m_document;
    DataOptions m_options;
    DataOptions m_asked; ///< what the document was asked for last
    std::map<QString, QString> m_problems;
    QTimer m_rest;
};

} // namespace gatescope
