// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/help_pages.h"

#include <QWidget>

class QTextBrowser;

namespace gatescope {

/// The glossary beside the program: it never covers what it explains. F1 opens the page of what has the focus and
/// closes it again, Esc closes it.
class HelpPanel : public QWidget {
    Q_OBJECT

public:
    explicit HelpPanel(HelpPages pages, QWidget *parent = nullptr);

    /// @return false when there is no such page; then nothing changes
    bool showPage(const QString &id);
    /// Of what has the focus; again on the same page closes it.
    void showPageOf(const QWidget *focus);
    const QString &page() const { return m_page; }
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();

    HelpPages m_pages;
    QString m_page;
    QTextBrowser *m_text;
};

} // namespace gatescope
