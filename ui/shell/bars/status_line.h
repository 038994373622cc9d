// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace gatescope {

class Document;
class Selection;

/// The line at the bottom: what is open and which model learns it, and where the shared cursor is. While a file is
/// being read it shows how far that is, with a way to stop it.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    StatusLine(Document &document, Selection &selection, QWidget *parent = nullptr);

    /// A word that the last autosave failed, with the reason as tooltip; an empty one takes it away.
    void setAutosaveProblem(const QString &problem);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showDocument();
    void showCursor();
    void applyFonts();
    void elide();

    Document &m_document;
    Selection &m_selection;
    QLabel *m_left;
    QLabel *m_right;
    QLabel *m_problem;
    QProgressBar *m_opening;
    QToolButton *m_cancel;
    QString m_leftText;
};

} // namespace gatescope
