// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline's right end (target and forecast) and its strip of slopes.
#include "core/inspect/labels.h"
#include "ui/inspect/timeline/timeline_frame.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/heatmap/color_map.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QPainter>

#include <cmath>

namespace gatescope {

namespace {

/// Class shares of a classifier's outputs.
Vector<double> softmax(const Vector<float> &scores)
{
    const Eigen::ArrayXd shifted = scores.cast<double>().array() - static_cast<double>(scores.maxCoeff());
    return shifted.exp() / shifted.exp().sum();
}

QString className(const PreparedData<float> &data, Index index)
{
    const auto i = static_cast<std::size_t>(index);
    if (i >= data.classNames.size())
        return QString::number(index);
    return data.text ? characterMark(data.classNames[i]) : shown(data.classNames[i]);
}

/// Slopes as an image, a feature a row and a step a column.
QImage slopeImage(const Matrix<float> &slopes, double largest, const QPalette &palette)
{
    const ColorMap &map = colorMapFor(MapKind::Diverging, palette);
    QImage image(static_cast<int>(slopes.cols()), static_cast<int>(slopes.rows()), QImage::Format_RGB32);
    for (int row = 0; row < image.height(); ++row) {
        for (int column = 0; column < image.width(); ++column)
            image.setPixel(column, row,
                           map.color(static_cast<double>(slopes(row, column)), -largest, largest,
                                     themeColors(palette).notANumber.rgb()));
    }
    return image;
}

} // namespace

QString outcomeText(const Inspection &inspection, const Trace<float> &run)
{
    const PreparedData<float> &data = inspection.data();
    if (data.options.task == TaskKind::Classification) {
        const Vector<double> shares = softmax(run.output);
        Index best = 0;
        shares.maxCoeff(&best);
        const QString forecast =
            QObject::tr("forecast %1 (%2)").arg(className(data, best), shown(percent(shares(best))));
        return run.target.size() == 0
                   ? forecast
                   : QObject::tr("target %1, %2").arg(className(data, static_cast<Index>(run.target(0))), forecast);
    }
    Matrix<double> values(run.output.size(), run.target.size() == run.output.size() ? 2 : 1);
    values.col(0) = run.output.cast<double>();
    if (values.cols() == 2)
        values.col(1) = run.target.cast<double>();
    data.toUnits(values, inspection.lastTarget().replicate(1, values.cols()));
    QStringList parts; // the first output last: where room is short, it stays
    if (values.rows() > 3)
        parts << QObject::tr("and %1 more").arg(values.rows() - 3);
    for (Index output = std::min<Index>(values.rows(), 3) - 1; output >= 0; --output) {
        const QString name = values.rows() > 1 ? shown(data.outputName(output)) + QStringLiteral(": ") : QString();
        if (values.cols() == 2)
            parts << QObject::tr("%1target %2, forecast %3")
                         .arg(name, shortNumber(values(output, 1)), shortNumber(values(output, 0)));
        else
            parts << QObject::tr("%1forecast %2").arg(name, shortNumber(values(output, 0)));
    }
    return parts.join(QStringLiteral(" · "));
}

void TimelineView::drawTarget(QPainter &painter, const Frame &frame, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const Trace<float> &run = inspection().run();
    painter.setPen(QPen(colors.border, 1, Qt::DashLine));
    painter.drawLine(QPointF(frame.endX - 8, frame.curve.top()), QPointF(frame.endX - 8, frame.curve.bottom()));
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const auto mark = [&](std::optional<double> value, Quantity quantity, const QString &letter, bool filled,
                          double nudge) {
        const QColor color = quantityColor(quantity, palette());
        const double y = value && std::isfinite(*value) ? frame.y(*value) : frame.curve.center().y() + nudge;
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(filled ? QBrush(color) : QBrush(colors.card));
        painter.drawEllipse(QPointF(frame.endX, y), 3.5, 3.5);
        painter.setPen(color);
        const QRectF area(frame.endX + 7,
                          std::clamp(y + nudge - metrics.height() / 2, 0.0, frame.axisTop - metrics.height()),
                          frame.width - frame.endX - 8, metrics.height());
        const QString text = value ? QStringLiteral("%1 %2").arg(letter, shortNumber(*value)) : letter;
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text);
        const QuantityInfo &info = quantityInfo(quantity);
        spots.push_back({area.adjusted(-12, 0, 0, 0), info.name(), value ? shortNumber(*value) : QString(),
                         tr("%1 Here: %2.").arg(info.explanation(), outcomeText(inspection(), run))});
    };
    const auto units = [&](const Vector<float> &values) {
        return values.size() > 0 ? inCurveUnits(static_cast<double>(values(0))) : std::nullopt;
    };
    const std::optional<double> target = units(run.target), forecast = units(run.output);
    // Labels that would lie on each other step aside.
    const double half = metrics.height() / 2;
    const bool close = run.target.size() > 0
                       && (!target || !forecast || std::abs(frame.y(*target) - frame.y(*forecast)) < metrics.height());
    const double up = !close ? 0 : target && forecast && *target < *forecast ? half : -half;
    if (const Trace<float> *ghost = inspection().ghost(); ghost && units(ghost->output)) {
        painter.setPen(QPen(colors.strongBorder, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(frame.endX, frame.y(*units(ghost->output))), 3.5, 3.5);
    }
    if (run.target.size() > 0)
        mark(target, Quantity::Target, QStringLiteral("y"), true, up);
    mark(forecast, Quantity::Forecast, QStringLiteral("ŷ"), false, -up);
}

void TimelineView::drawAttribution(QPainter &painter, const Frame &frame, Spots &spots) const
{
    const auto output = static_cast<std::size_t>(m_output);
    const Matrix<float> &slopes = inspection().attribution().outputs[output];
    const Attribution<float> *ghost = inspection().ghostAttribution();
    auto largest = static_cast<double>(slopes.cwiseAbs().maxCoeff());
    if (ghost)
        largest = std::max(largest, static_cast<double>(ghost->outputs[output].cwiseAbs().maxCoeff()));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    // While something is edited the lower third is the untouched run's, as in every strip.
    QRectF own = frame.strip;
    own.setHeight(ghost ? frame.strip.height() * 2 / 3 : frame.strip.height());
    painter.drawImage(own, slopeImage(slopes, largest, palette()));
    if (ghost)
        painter.drawImage(frame.strip.adjusted(0, own.height(), 0, 0),
                          slopeImage(ghost->outputs[output], largest, palette()));
    painter.setPen(themeColors(palette()).border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame.strip);
    const QFont font = themeFont(TextRole::Caption);
    painter.setFont(font);
    painter.setPen(themeColors(palette()).muted);
    const QFontMetricsF metrics(font);
    painter.drawText(
        QRectF(0, frame.strip.center().y() - metrics.height() / 2, frame.curve.left() - 8, metrics.height()),
        Qt::AlignRight | Qt::AlignVCenter, tr("∂ŷ/∂x"));
    painter.drawText(QRectF(frame.strip.right() + 6, frame.strip.center().y() - metrics.height() / 2,
                            frame.width - frame.strip.right() - 6, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("± %1").arg(shortNumber(largest)));
    spots.push_back({QRectF(0, frame.strip.top(), frame.width, frame.strip.height()), tr("attribution"),
                     shortNumber(largest),
                     tr("How much the output moves per scaled unit of each input: red raises it, blue lowers it; rows "
                        "are features. While something is held, the lower third is the untouched run's.")});
}

} // namespace gatescope
