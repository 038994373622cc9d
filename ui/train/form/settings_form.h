// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace gatescope {

class Document;
class ProblemLabel;
class SettingRow;
class SumTable;

/// The settings of model and training, made from core's table: one row an entry, grouped. A change goes to the document
/// at once and can be undone; a value that cannot be used is told beside its field and changes nothing.
class SettingsForm : public QWidget {
    Q_OBJECT

public:
    explicit SettingsForm(Document &document, QWidget *parent = nullptr);

    SettingRow *row(const QString &id) const;

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

    Document &m_document;
    std::vector<SettingRow *> m_rows;
    std::vector<QLabel *> m_headings;
    SumTable *m_parameters;
    SumTable *m_memory;
    ProblemLabel *m_memoryProblem;
    QWidget *m_waiting;
    QLabel *m_waitingText;
};

} // namespace gatescope
