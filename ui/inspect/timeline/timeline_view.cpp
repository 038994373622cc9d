// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/timeline/timeline_view.h"

#include "core/inspect/labels.h"
#include "ui/inspect/timeline/timeline_frame.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/drawn/axis_ticks.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace gatescope {

TimelineView::TimelineView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Sequence"), QStringLiteral("sequence"), parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleDescription(
        tr("The input over the steps of the sequence. Left and right move the step, Home and End go to its ends."));
}

void TimelineView::setFeature(int feature)
{
    m_feature = feature;
    update();
}

void TimelineView::setAttributedOutput(int output)
{
    m_output = output;
    updateGeometry();
    update();
}

QSize TimelineView::minimumSizeHint() const
{
    const int line = QFontMetrics(themeFont(TextRole::Caption)).height();
    const int curve = line * 3 + (m_output >= 0 ? 2 * line : 0);
    return {240, line + 10 + (hasLetters() ? std::max(curve, lettersHeight()) : curve)};
}

void TimelineView::runChanged()
{
    const auto features = static_cast<int>(inspection().run().network.inputs);
    m_feature = std::min(m_feature, features - 1);
    m_output = std::min(m_output, static_cast<int>(inspection().run().network.outputs) - 1);
    updateGeometry(); // letters and a curve ask for different room
}

double TimelineView::value(const Trace<float> &run, Index feature, Index step) const
{
    const auto scaled = static_cast<double>(run.input(feature, step));
    const Scaler &scaler = inspection().data().inputScaler;
    return m_feature >= 0 && feature < scaler.size() ? scaler.inverse(feature, scaled) : scaled;
}

bool TimelineView::targetOnCurve() const
{
    const PreparedData<float> &prepared = inspection().data();
    if (prepared.options.task == TaskKind::Classification || prepared.targetNames.empty() || m_feature < 0)
        return false;
    const auto feature = static_cast<std::size_t>(m_feature);
    return feature < prepared.featureNames.size() && prepared.featureNames[feature] == prepared.targetNames.front();
}

std::optional<double> TimelineView::inCurveUnits(double scaled) const
{
    const Scaler &scaler = inspection().data().targetScaler;
    if (!targetOnCurve())
        return std::nullopt;
    const Matrix<double> last = inspection().lastTarget();
    return (scaler.size() > 0 ? scaler.inverse(0, scaled) : scaled) + (last.size() > 0 ? last(0) : 0.0);
}

TimelineView::Frame TimelineView::frame(const QSizeF &size) const
{
    const Trace<float> &run = inspection().run();
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    Frame frame;
    frame.first = std::max(m_feature, 0);
    frame.last = m_feature >= 0 ? m_feature : run.network.inputs - 1;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const auto include = [&](double y) {
        if (std::isfinite(y)) {
            low = std::min(low, y);
            high = std::max(high, y);
        }
    };
    for (const Trace<float> *each : {&run, inspection().ghost()}) {
        for (Index feature = frame.first; each && feature <= frame.last; ++feature) {
            for (Index step = 0; step < each->steps(); ++step)
                include(value(*each, feature, step));
        }
        if (each && each->output.size() > 0)
            include(inCurveUnits(static_cast<double>(each->output(0))).value_or(NAN));
    }
    for (Index step = run.firstLossStep(); answersEachStep() && step < run.steps(); ++step) {
        include(stepInCurveUnits(static_cast<double>(run.outputs(0, step))).value_or(NAN));
        include(stepInCurveUnits(static_cast<double>(run.targets(0, step - run.firstLossStep()))).value_or(NAN));
    }
    if (run.target.size() > 0)
        include(inCurveUnits(static_cast<double>(run.target(0))).value_or(NAN));
    frame.setRange(low, high);
    double end = 0.0;
    for (const Vector<float> *values : {&run.target, &run.output}) {
        const std::optional<double> shown =
            values->size() > 0 ? inCurveUnits(static_cast<double>((*values)(0))) : std::nullopt;
        if (shown)
            end = std::max(end, metrics.horizontalAdvance(QStringLiteral("ŷ ") + shortNumber(*shown)));
    }
    frame.layOut(size, metrics, run.steps(), m_output >= 0 ? run.network.inputs : 0, end);
    return frame;
}

void TimelineView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const Frame place = frame(size);
    const Trace<float> &run = inspection().run();
    const QColor color = quantityColor(Quantity::Input, palette());
    const Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    const bool text = hasLetters();
    if (text)
        drawLetters(painter, place, spots);
    else
        drawValueAxis(painter, place, spots);
    drawStepAxis(painter, place, spots);
    for (Index feature = place.first; feature <= place.last && !text; ++feature) {
        if (const Trace<float> *ghost = inspection().ghost())
            drawCurve(painter, place, *ghost, feature, QPen(themeColors(palette()).strongBorder, 1));
        drawCurve(painter, place, run, feature, QPen(color, 1, styles[(feature - place.first) % 5]));
    }
    drawSteps(painter, place, spots);
    if (!text)
        drawTarget(painter, place, spots);
    if (m_output >= 0)
        drawAttribution(painter, place, spots);
    drawCursor(painter, place);
}

void TimelineView::drawValueAxis(QPainter &painter, const Frame &frame, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const std::vector<QString> texts = tickTexts(frame.ticks);
    for (std::size_t i = 0; i < frame.ticks.size(); ++i) {
        const double y = frame.y(frame.ticks[i]);
        painter.setPen(colors.grid);
        painter.drawLine(QPointF(frame.curve.left(), y), QPointF(frame.curve.right(), y));
        painter.setPen(colors.muted);
        painter.drawText(QRectF(0, y - metrics.height() / 2, frame.curve.left() - 8, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, texts[i]);
    }
    spots.push_back({QRectF(0, frame.curve.top(), frame.curve.left(), frame.curve.height()),
                     tr("value axis"),
                     {},
                     m_feature >= 0 ? tr("The input in its original units, as the file holds it.")
                                    : tr("The inputs as the network reads them: scaled, without a unit.")});
}

void TimelineView::drawStepAxis(QPainter &painter, const Frame &frame, Spots &spots) const
{
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(themeColors(palette()).muted);
    const Index current = inspection().cursor().step;
    const double spacing = metrics.horizontalAdvance(QStringLiteral("0000")) + 10;
    const Index every = frame.labelEvery(spacing);
    const double room =
        metrics.horizontalAdvance(tr("t = %1").arg(current)) / 2 + metrics.horizontalAdvance(QStringLiteral("00")) + 4;
    for (Index step = 0; step < inspection().run().steps(); step += every) {
        if (std::abs(frame.x(step) - frame.x(current)) < room)
            continue;
        painter.drawText(frame.stepLabel(step, metrics), Qt::AlignCenter, QString::number(step));
    }
    spots.push_back({QRectF(frame.curve.left(), frame.axisTop, frame.curve.width(), metrics.height()),
                     tr("step axis"),
                     {},
                     tr("The steps of the sequence, counted from 0.")});
}

void TimelineView::drawCurve(QPainter &painter, const Frame &frame, const Trace<float> &run, Index feature,
                             const QPen &pen) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    QPolygonF line;
    for (Index step = 0; step < run.steps(); ++step) {
        const double y = value(run, feature, step);
        if (std::isfinite(y))
            line << QPointF(frame.x(step), frame.y(y));
    }
    painter.drawPolyline(line);
    if (frame.pitch < 5)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    for (const QPointF &point : line)
        painter.drawEllipse(point, 2, 2);
}

void TimelineView::drawCursor(QPainter &painter, const Frame &frame) const
{
    const ThemeColors &colors = themeColors(palette());
    const Index step = inspection().cursor().step;
    QRectF band = frame.stepBand(step);
    QColor ground = colors.cursor;
    ground.setAlpha(28);
    painter.setPen(QPen(colors.cursor, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(band, 3, 3);
    QFont font = themeFont(TextRole::Caption);
    font.setBold(true);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    QRectF label = frame.stepLabel(step, metrics);
    label.moveLeft(std::clamp(label.left(), 0.0, std::max(0.0, frame.width - label.width())));
    painter.drawText(label, Qt::AlignCenter, tr("t = %1").arg(step));
}

QPointF TimelineView::stepPlace(Index step) const
{
    const Frame place = frame(size());
    return {place.x(step), place.curve.center().y()};
}

QString TimelineView::tipAt(const QPointF &place) const
{
    if (!inspection().hasRun())
        return {};
    const Frame frame = this->frame(size());
    const Trace<float> &run = inspection().run();
    if (!QRectF(frame.curve.left(), 0, frame.curve.width(), frame.axisTop).contains(place))
        return InspectView::tipAt(place);
    const Index step = frame.stepAt(place.x());
    QStringList lines{tr("step %1").arg(step)};
    const auto &names = inspection().data().featureNames;
    const Scaler &scaler = inspection().data().inputScaler;
    if (inspection().data().text)
        lines << letterLine(step);
    for (Index feature = 0; feature < std::min<Index>(run.network.inputs, 12) && !inspection().data().text; ++feature) {
        const auto scaled = static_cast<double>(run.input(feature, step));
        QString line = tr("%1 = %2 scaled").arg(shown(featureLabel(names, feature)), signedText(scaled));
        if (feature < scaler.size() && scaler.kind() != ScaleKind::None)
            line += tr(", %1 in original units").arg(shortNumber(scaler.inverse(feature, scaled)));
        if (m_output >= 0)
            line += tr(", ∂ŷ/∂x = %1")
                        .arg(signedText(static_cast<double>(
                            inspection().attribution().outputs[static_cast<std::size_t>(m_output)](feature, step))));
        lines << line;
    }
    lines += stepLines(step);
    return lines.join(QLatin1Char('\n'));
}

QString TimelineView::spokenPlace() const
{
    if (!inspection().hasRun())
        return {};
    return tipAt(stepPlace(inspection().cursor().step)).replace(QLatin1Char('\n'), QStringLiteral("; "));
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !inspection().hasRun())
        return;
    setFocus(Qt::MouseFocusReason);
    Q_EMIT pointed(frame(size()).stepAt(event->position().x()));
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (!inspection().hasRun())
        return;
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT pointed(frame(size()).stepAt(event->position().x()));
    else
        QToolTip::showText(event->globalPosition().toPoint(), tipAt(event->position()), this);
}

QString TimelineView::csv() const
{
    QString text = QStringLiteral("step,feature,scaled,original,slope_of_output_%1\n").arg(std::max(m_output, 0));
    if (!inspection().hasRun())
        return text;
    const Trace<float> &run = inspection().run();
    const PreparedData<float> &prepared = inspection().data();
    const Attribution<float> &slopes = inspection().attribution();
    for (Index step = 0; step < run.steps(); ++step) {
        for (Index feature = 0; feature < run.network.inputs; ++feature) {
            const auto scaled = static_cast<double>(run.input(feature, step));
            const double original =
                feature < prepared.inputScaler.size() ? prepared.inputScaler.inverse(feature, scaled) : scaled;
            const float slope = slopes.outputs[static_cast<std::size_t>(std::max(m_output, 0))](feature, step);
            text += QStringLiteral("%1,%2,%3,%4,%5\n")
                        .arg(step)
                        .arg(csvText(shown(featureLabel(prepared.featureNames, feature))))
                        .arg(csvNumber(scaled), csvNumber(original), csvNumber(static_cast<double>(slope)));
        }
    }
    return text;
}

} // namespace gatescope
