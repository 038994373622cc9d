// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QToolButton;
class QPushButton;

namespace gatescope {

class Document;
class ProblemLabel;
class SettingRow;
struct SettingInfo;
class SumTable;

/// The settings of model and training, made from core's table: one row an entry, grouped. A change goes to the document
/// at once and can be undone; a value that cannot be used is told beside its field and changes nothing.
class SettingsForm : public QWidget {
    Q_OBJECT

public:
    explicit SettingsForm(Document &document, QWidget *parent = nullptr);

    SettingRow *row(const QString &id) const;
    /// Shows the few settings that a lesson speaks of, and a button for the rest.
    void setBrief(bool brief);
    /// Shows no others than these (by id; empty: all), and whether they can be changed.
    void setAllowed(const std::vector<std::string> &ids, bool canChange);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRows(class QBoxLayout &layout);
    void addHeading(QBoxLayout &layout, const QString &title);
    void edit(SettingRow &row, const QString &text);
    void showSettings();
    void showWaiting();
    void showMemory();
    void applyFonts();
    bool isWanted(const SettingInfo &setting) const;
    void showRows();

    Document &m_document;
    std::vector<SettingRow *> m_rows;
    std::vector<QLabel *> m_headings;
    SumTable *m_parameters;
    SumTable *m_memory;
    ProblemLabel *m_memoryProblem;
    QToolButton *m_more;
    bool m_brief = false;
    std::vector<std::string> m_allowed;
    QWidget *m_waiting;
    QLabel *m_waitingText;
};

} // namespace gatescope
