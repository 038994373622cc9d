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
/// at once and can be undone; a value that cannot be used is told beside its field and changes nothing. A few settings
/// are always there; the others come with "More", or when one of them waits for a reset or has a problem.
class SettingsForm : public QWidget {
    Q_OBJECT

public:
    explicit SettingsForm(Document &document, QWidget *parent = nullptr);

    SettingRow *row(const QString &id) const;
    /// Whether all settings are shown, not only the few that a class speaks of.
    bool isWhole() const;
    void setWhole(bool whole);
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
    void showOthers();

    Document &m_document;
    std::vector<SettingRow *> m_rows;
    std::vector<QLabel *> m_headings;
    SumTable *m_parameters;
    SumTable *m_memory;
    ProblemLabel *m_memoryProblem;
    QToolButton *m_more;
    QLabel *m_others; ///< what is set otherwise than by default among the settings that are not shown
    std::vector<std::string> m_allowed;
    QWidget *m_waiting;
    QLabel *m_waitingText;
};

} // namespace gatescope
