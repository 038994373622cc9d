// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/workspace.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace gatescope {

class ColumnsPage;
class DataDraft;
class Document;
class Preferences;
class SegmentBar;
class Selection;
class StartPage;
class TextPage;
class WindowsPage;

/// From file to sequences in three pages: what to start with, how the file was read and what its columns are for, and
/// how windows are cut from it.
class DataWorkspace final : public Workspace {
    Q_OBJECT

public:
    enum Page { Start, Columns, Windows };

    DataWorkspace(Document &document, Selection &selection, const Preferences &preferences, QWidget *parent = nullptr);

    void showPage(Page page);
    Page page() const;
    DataDraft &draft() { return *m_draft; }

    std::vector<ViewExport *> exports() override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;
    void keepView(SessionView &view) const override;
    void showView(const SessionView &view) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void showTable();
    void showOpening(double fraction);
    void showTitle();
    /// Puts the page on screen: of a text, its own in place of those of tables.
    void showStack(int page);
    bool hasText() const;

    Document &m_document;
    DataDraft *m_draft;
    SegmentBar *m_pages;
    QLabel *m_title;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QStackedWidget *m_stack;
    StartPage *m_start;
    ColumnsPage *m_columns;
    WindowsPage *m_windows;
    TextPage *m_text;
};

} // namespace gatescope
