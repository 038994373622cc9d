// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/draft/data_draft.h"

#include "ui/data/draft/column_role.h"
#include "ui/look/plain_text.h"

namespace gatescope {

namespace {

constexpr int kRestMilliseconds = 250;

/// "must be between 1 and 4096 (found 0); try 64": the field's name stands above already.
QString sentence(const Problem &problem)
{
    QString text = fromSentence(problem.constraint);
    if (!problem.value.empty())
        text = QStringLiteral("%1: %2").arg(QString::fromStdString(problem.value), text);
    if (!problem.hint.empty())
        text += QStringLiteral("; ") + fromSentence(problem.hint);
    return text;
}

} // namespace

DataDraft::DataDraft(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &DataDraft::apply);
    connect(&document, &Document::dataChanged, this, &DataDraft::takeFromDocument);
    connect(&document, &Document::dataChanged, this, &DataDraft::dataChanged);
    connect(&document, &Document::optionsRefused, this, &DataDraft::showProblems);
    connect(&document.opening(), &Opening::cancelled, this, &DataDraft::takeFromDocument);
    takeFromDocument();
}

void DataDraft::edit(const std::function<void(DataOptions &)> &change)
{
    DataOptions options = m_options;
    change(options);
    if (options == m_options)
        return;
    m_options = std::move(options);
    m_rest.start();
    Q_EMIT changed();
}

void DataDraft::apply()
{
    m_rest.stop();
    m_asked = m_options;
    showProblems(m_document.setDataOptions(m_options));
}

void DataDraft::showProblems(const std::vector<Problem> &problems)
{
    std::map<QString, QString> found;
    for (const Problem &problem : problems) {
        const QString field = QString::fromStdString(problem.field);
        const QString text = sentence(problem);
        found.emplace(field.isEmpty() ? fieldOf(text) : field, text);
    }
    setProblems(std::move(found));
}

void DataDraft::takeFromDocument()
{
    // An answer to an earlier question does not undo what was edited while it was worked out.
    if (m_rest.isActive() && m_document.dataOptions() == m_asked)
        return;
    m_rest.stop();
    m_options = m_document.dataOptions();
    std::map<QString, QString> problems;
    if (const QString &problem = m_document.dataProblem(); !problem.isEmpty())
        problems.emplace(fieldOf(problem), fromSentence(problem.toStdString()));
    setProblems(std::move(problems));
    Q_EMIT changed();
}

void DataDraft::setProblems(std::map<QString, QString> problems)
{
    m_document.setObstacle(problems.empty() || !isPending()
                               ? QString()
                               : tr("Data shows options that cannot be used: mend what is red there, or undo."));
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    Q_EMIT problemsChanged();
}

QString DataDraft::fieldOf(const QString &message) const
{
    // The core's sentence about a whole table names no field. Its cause can be seen from the table and the options.
    const Table &table = m_document.table();
    if (m_options.targets.empty())
        return QStringLiteral("target");
    if (m_options.missing == MissingPolicy::Refuse && missingInUse(table, m_options) > 0)
        return QStringLiteral("missing");
    const RolesInUse roles(table, m_options);
    for (const Column &column : table.columns()) {
        const bool odd = column.kind() == ColumnKind::Text || column.odd().count > 0;
        if (odd && roles.has(column, ColumnRole::Feature))
            return QStringLiteral("features");
    }
    if (message.contains(QLatin1String("window")))
        return QStringLiteral("window");
    return {};
}

} // namespace gatescope
