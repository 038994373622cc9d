// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace gatescope {

/// What a block of a lesson is, and so which colour its edge and ground have.
enum class BlockTone { Ask, Task, Done, Note, Folded, Problem };

/// A soft ground with a coloured edge at its left, for what is no plain prose.
class BlockFrame : public QFrame {
    Q_OBJECT

public:
    explicit BlockFrame(BlockTone tone, QWidget *parent = nullptr);

    void setTone(BlockTone tone);
    QVBoxLayout &rows() { return *m_rows; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BlockTone m_tone;
    QVBoxLayout *m_rows;
};

} // namespace gatescope
