// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/dynamics/memory_job.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/inspect/shown/kept_results.h"
#include "ui/widgets/drawn/chart_axes.h"

#include <QTimer>

#include <array>

namespace gatescope {

/// By lag, on one axis: how well what was k steps ago can be read from the layer's state, what its gates carry along
/// unchanged, and how much of the gradient comes back. Measured in the background, for the newest weights, while it is
/// on screen; what was measured is kept.
class MemoryCurveView final : public InspectView {
    Q_OBJECT

public:
    explicit MemoryCurveView(Inspection &inspection, QWidget *parent = nullptr);

    /// What is to be remembered, by its place in rememberedNames().
    void setChoice(Index choice);
    bool isMeasuring() const { return m_job.isRunning(); }
    /// Null until it is measured.
    const MemoryFound *found() const { return m_shown ? &*m_shown : nullptr; }
    /// What was found of the cursor's layer, in sentences.
    QString sentence() const;

    QString csv() const override;
    QSize sizeHint() const override { return {360, 240}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void changed();

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    void runChanged() override { measure(); }
    QString missing() const override { return m_missing; }
    void hideEvent(QHideEvent *event) override;

private:
    struct Curve;

    void measure();
    void take(const MemoryFound &found, const QString &problem);
    void showWhy(const QString &why);
    std::array<Curve, 3> curves() const;
    ChartAxes axes(const QSizeF &size) const;
    void drawLegend(QPainter &painter, const ChartAxes &chart, Spots &spots) const;
    void drawHalfLife(QPainter &painter, const ChartAxes &chart, Spots &spots) const;

    MemoryJob m_job;
    KeptResults<MemoryFound> m_kept;
    ResultKey m_key;
    std::optional<MemoryFound> m_shown;
    QString m_missing, m_name;
    Index m_choice = 0;
    bool m_waiting = false; ///< the weights went on while it was measured
    QTimer m_rest;          ///< between two measurements while a training runs, which needs the processor
};

} // namespace gatescope
