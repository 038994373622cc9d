// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/widgets/drawn/painted_view.h"

#include <optional>
#include <vector>

namespace gatescope {

/// How many points there were at one kept moment of the training.
struct PointsAtMoment {
    std::int64_t step = 0, epoch = 0;
    std::optional<Index> stable, saddles; ///< empty: not looked for yet
};

/// The number of stable points at every kept moment: a memory comes into being where the line rises. A click goes
/// there.
class PointsHistory final : public PaintedView {
    Q_OBJECT

public:
    explicit PointsHistory(ShownMoment &moment, QWidget *parent = nullptr);

    void show(std::vector<PointsAtMoment> moments);
    const std::vector<PointsAtMoment> &moments() const { return m_moments; }

    QString csv() const override;
    QSize sizeHint() const override { return {300, 52}; }
    QSize minimumSizeHint() const override { return {120, 44}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF field(const QSizeF &size) const;
    std::optional<std::size_t> momentAt(const QPointF &place) const;
    QString title() const;

    ShownMoment &m_moment;
    std::vector<PointsAtMoment> m_moments;
};

} // namespace gatescope
