// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspect_view.h"

namespace gatescope {

/// The sequence's input over its steps, with the target and the forecast beside its end: pointing moves the step.
class TimelineView final : public InspectView {
    Q_OBJECT

public:
    explicit TimelineView(Inspection &inspection, QWidget *parent = nullptr);

    /// −1: all features in scaled units; otherwise one feature in original units.
    void setFeature(int feature);
    int feature() const { return m_feature; }
    /// Shows the slope of an output by every input as a strip below the curve; −1 hides it.
    void setAttributedOutput(int output);

    QString csv() const override;
    QSize sizeHint() const override { return {600, 120}; }
    QSize minimumSizeHint() const override;

    /// Where a step lies, for tests.
    QPointF stepPlace(Index step) const;

Q_SIGNALS:
    void pointed(qint64 step);

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    QString spokenPlace() const override;
    void runChanged() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    struct Frame;

    Frame frame(const QSizeF &size) const;
    double value(const Trace<float> &run, Index feature, Index step) const;
    /// Target and forecast in the units of the curve, where they have the same.
    std::optional<double> inCurveUnits(double scaled) const;
    bool targetOnCurve() const;
    void drawValueAxis(QPainter &painter, const Frame &frame, Spots &spots) const;
    void drawStepAxis(QPainter &painter, const Frame &frame, Spots &spots) const;
    void drawCurve(QPainter &painter, const Frame &frame, const Trace<float> &run, Index feature,
                   const QPen &pen) const;
    /// Where the loss is asked at every step: ŷ_t and y_t in the units of the curve, and the loss of each step.
    bool answersEachStep() const;
    std::optional<double> stepInCurveUnits(double scaled) const;
    void drawSteps(QPainter &painter, const Frame &frame, Spots &spots) const;
    QStringList stepLines(Index step) const;
    /// Of a text, in place of the curve.
    bool hasLetters() const;
    /// Of both rows of letters, with the bars of the loss below them.
    int lettersHeight() const;
    void drawLetters(QPainter &painter, const Frame &frame, Spots &spots) const;
    QString letterLine(Index step) const;
    void drawCursor(QPainter &painter, const Frame &frame) const;
    void drawTarget(QPainter &painter, const Frame &frame, Spots &spots) const;
    void drawAttribution(QPainter &painter, const Frame &frame, Spots &spots) const;

    int m_feature = 0;
    int m_output = -1;
};

/// Sentences on the sequence's end: "target 12.3 · forecast 12.9", in original units, or the class and its share.
QString outcomeText(const Inspection &inspection, const Trace<float> &run);

} // namespace gatescope
