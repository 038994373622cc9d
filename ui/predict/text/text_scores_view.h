// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/text_sample.h"
#include "ui/widgets/drawn/painted_view.h"

namespace gatescope {

/// The scores of a network of characters on each part, beside what counting characters can do.
class TextScoresView final : public PaintedView {
    Q_OBJECT

public:
    explicit TextScoresView(QWidget *parent = nullptr);

    /// @param parts  as evaluateText() gives them: training, validation, test, all
    void setScores(const std::array<TextPartScores, 4> &parts, const QString &caption);
    const std::array<TextPartScores, 4> &scores() const { return m_parts; }

    QString csv() const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;

private:
    std::array<TextPartScores, 4> m_parts;
};

} // namespace gatescope
