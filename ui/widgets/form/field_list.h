// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;

namespace gatescope {

class ProblemLabel;

/// A form in one column: sections, fields with their names, and under each field what is wrong with it.
class FieldList : public QWidget {
    Q_OBJECT

public:
    explicit FieldList(QWidget *parent = nullptr);

    void addSection(const QString &title);
    /// Adds a named field. The tip goes to both; the editor's accessible name is the title.
    void addField(const QString &id, const QString &title, QWidget *editor, const QString &tip);
    /// Adds something over the whole width: a hint, a switch, a line of figures.
    void addWide(QWidget *widget, const QString &id = {});
    void addStretch();

    /// Shows a sentence under a field; empty takes it away. False when there is no such field.
    bool setProblem(const QString &id, const QString &sentence);
    QString problem(const QString &id) const;
    void clearProblems();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field {
        QLabel *title = nullptr;
        QWidget *editor = nullptr;
        ProblemLabel *problem = nullptr;
    };

    ProblemLabel *addProblemRow();
    void applyFonts();

    QGridLayout *m_grid;
    std::map<QString, Field> m_fields;
    std::vector<QLabel *> m_sections;
};

} // namespace gatescope
