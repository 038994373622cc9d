// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace gatescope {

/// One choice of a question: its words, which wrap, and the hands that a teacher counted for it.
class OptionButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Mark { None, Right, Wrong };

    OptionButton(const QString &text, int number, QWidget *parent = nullptr);

    void setHands(int hands);
    int hands() const { return m_hands; }
    /// Shown once it is answered.
    void setMark(Mark mark);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString handsText() const;
    int textWidth(int width) const;
    void describe();

    int m_number;
    int m_hands = 0;
    Mark m_mark = Mark::None;
};

} // namespace gatescope
