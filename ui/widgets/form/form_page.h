// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QBoxLayout;
class QScrollArea;

namespace gatescope {

class Card;

/// A page of a form and of views beside it. Where they have no room beside each other they stand below each other, and
/// the page is as wide as the wider of them at least.
class FormPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    QSize minimumSizeHint() const override;

protected:
    /// Keeps the form's card as wide as keepFormWide() does. Call it when all of the page is in its row.
    /// @param form  the scroll area in the card @param high  the cards that need a height of their own below each other
    void keepForm(QBoxLayout &row, Card &card, QScrollArea &form, int least, int most, std::vector<Card *> high);
    bool isTurned() const;
    /// It stands the other way now.
    virtual void turned() {}

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    int leastWidthOfViews() const;

    QBoxLayout *m_row = nullptr;
    Card *m_card = nullptr;
    QScrollArea *m_form = nullptr;
    int m_least = 0, m_most = 0;
    std::vector<Card *> m_high;
};

} // namespace gatescope
