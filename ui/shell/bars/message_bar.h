// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace gatescope {

/// A card for what went wrong, or right: a sentence and the way out. It never takes the keyboard, and stands until it
/// is closed or replaced; Notices takes it away with its cause.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Severity severity, const QString &text, const QString &wayOut = {});
    /// Closes it, as its button does.
    virtual void clear();
    Severity severity() const { return m_severity; }
    QString text() const;

Q_SIGNALS:
    void came();
    /// It came, went, or has other words.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

    /// Puts a widget between the text and the button that closes.
    void addToRow(QWidget *widget);
    void setCloseTip(const QString &tip, const QString &accessibleName);

private:
    void applyColors();

    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
    Severity m_severity = Severity::Info;
};

} // namespace gatescope
