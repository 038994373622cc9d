// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/stack/stack_frame.h"

#include <QFontMetricsF>

#include <algorithm>

namespace gatescope {

StackView::Frame::Frame(const QSizeF &whole, const QFontMetricsF &metrics, const Trace<float> &run,
                        const Cursor &cursor)
    : line(metrics.height()), size(whole), allSteps(run.steps()), allLayers(run.network.layers)
{
    const double letter = metrics.horizontalAdvance(QLatin1Char('z'));
    box = {std::max(4.6 * line, letter + 56.0), 4 * (line + 1) + 8};
    const double gap = metrics.horizontalAdvance(QStringLiteral("000")) + 14;
    const double margin = 12;
    const auto count = [](double room, double pitch) { return std::max<Index>(1, static_cast<Index>(room / pitch)); };
    const double side = gap; // the arrows that come in from the left and go out to the right
    steps = std::min(allSteps, count(size.width() - 2 * margin - 2 * side + gap, box.width() + gap));
    const double used = static_cast<double>(steps) * (box.width() + gap) - gap;
    columnPitch = steps > 1
                      ? std::min((size.width() - 2 * margin - 2 * side - box.width()) / static_cast<double>(steps - 1),
                                 (box.width() + gap) * 1.35)
                      : box.width() + gap;
    left = std::max(
        margin, (size.width() - (steps > 1 ? columnPitch * static_cast<double>(steps - 1) + box.width() : used)) / 2);
    const double top = 2.3 * line + 18, low = 2 * line + 26;
    const double rowGap = 1.6 * line + 18;
    layers = std::min(allLayers, count(size.height() - top - low + rowGap, box.height() + rowGap));
    rowPitch = box.height() + rowGap;
    if (layers > 1)
        rowPitch =
            std::min((size.height() - top - low - box.height()) / static_cast<double>(layers - 1), rowPitch * 1.5);
    const double height = rowPitch * static_cast<double>(layers - 1) + box.height();
    bottom = size.height() - low - std::max(0.0, (size.height() - top - low - height) / 2);
    firstStep = std::clamp<Index>(cursor.step - steps / 2, 0, allSteps - steps);
    firstLayer = std::clamp<Index>(cursor.layer - layers / 2, 0, allLayers - layers);
}

QRectF StackView::Frame::cell(Index layer, Index step) const
{
    const double x = left + static_cast<double>(step - firstStep) * columnPitch;
    const double low = bottom - static_cast<double>(layer - firstLayer) * rowPitch;
    return {QPointF(x, low - box.height()), box};
}

bool StackView::Frame::shows(Index layer, Index step) const
{
    return layer >= firstLayer && layer < firstLayer + layers && step >= firstStep && step < firstStep + steps;
}

QRectF StackView::Frame::band() const
{
    const double top = cell(firstLayer + layers - 1, firstStep).top();
    return {10, top - 2.3 * line - 10, size.width() - 20, 1.3 * line};
}

} // namespace gatescope
