// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/svg_heatmap.h"

#include "core/inspect/labels.h"
#include "core/io/html/html_page.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

constexpr Index kMostRows = 32, kMostColumns = 96;
constexpr double kMapLeft = 60, kMapTop = 8, kMapWidth = 520, kMapBottom = 40, kScaleWidth = 12;
constexpr std::array<std::array<double, 3>, 6> kCividis{
    {{0, 32, 77}, {49, 68, 107}, {102, 105, 112}, {149, 143, 120}, {203, 186, 105}, {255, 234, 70}}};

/// "#31446b"
std::string colourOf(double share)
{
    if (!std::isfinite(share))
        return "#ffffff";
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(kCividis.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), kCividis.size() - 2);
    const double part = place - static_cast<double>(below);
    std::string text = "#";
    for (std::size_t i = 0; i < 3; ++i) {
        const auto value =
            static_cast<int>(std::lround((1 - part) * kCividis[below][i] + part * kCividis[below + 1][i]));
        for (const int digit : {value / 16, value % 16})
            text += "0123456789abcdef"[digit];
    }
    return text;
}

std::string rectangle(double x, double y, double width, double height, const std::string &colour)
{
    return "<rect x=\"" + fixedNumber(x, 2) + "\" y=\"" + fixedNumber(y, 2) + "\" width=\"" + fixedNumber(width, 2)
           + "\" height=\"" + fixedNumber(height, 2) + "\" fill=\"" + colour + "\"/>";
}

std::string label(double x, double y, const char *anchor, const std::string &text)
{
    return "<text x=\"" + fixedNumber(x, 1) + "\" y=\"" + fixedNumber(y, 1) + "\" text-anchor=\"" + anchor + "\">"
           + htmlText(text) + "</text>";
}

/// The mean of each block.
Matrix<double> averaged(const Matrix<double> &values)
{
    const Index rows = std::min(values.rows(), kMostRows), columns = std::min(values.cols(), kMostColumns);
    Matrix<double> means(rows, columns);
    for (Index row = 0; row < rows; ++row) {
        const Index top = row * values.rows() / rows, bottom = (row + 1) * values.rows() / rows;
        for (Index column = 0; column < columns; ++column) {
            const Index left = column * values.cols() / columns, right = (column + 1) * values.cols() / columns;
            means(row, column) = values.block(top, left, bottom - top, right - left).mean();
        }
    }
    return means;
}

} // namespace

std::string svgHeatmap(const std::string &title, const Matrix<double> &values)
{
    if (values.size() == 0)
        return {};
    const Matrix<double> cells = averaged(values);
    const double cell = std::clamp(160.0 / static_cast<double>(cells.rows()), 5.0, 16.0);
    const double width = kMapWidth / static_cast<double>(cells.cols());
    const double foot = kMapTop + cell * static_cast<double>(cells.rows());
    std::string svg;
    for (Index row = 0; row < cells.rows(); ++row) {
        for (Index column = 0; column < cells.cols(); ++column)
            svg += rectangle(kMapLeft + static_cast<double>(column) * width, kMapTop + static_cast<double>(row) * cell,
                             width, cell, colourOf(cells(row, column)));
    }
    constexpr int kScaleSteps = 16;
    const double scale = (foot - kMapTop) / kScaleSteps;
    for (int i = 0; i < kScaleSteps; ++i)
        svg += rectangle(kMapLeft + kMapWidth + 10, kMapTop + i * scale, kScaleWidth, scale,
                         colourOf(1.0 - (i + 0.5) / kScaleSteps));
    svg += label(kMapLeft + kMapWidth + 26, kMapTop + 10, "start", "1");
    svg += label(kMapLeft + kMapWidth + 26, foot, "start", "0");
    svg += label(kMapLeft - 6, kMapTop + 10, "end", "unit 0");
    svg += label(kMapLeft - 6, foot, "end", std::to_string(values.rows() - 1));
    svg += label(kMapLeft, foot + 16, "start", "0");
    svg += label(kMapLeft + kMapWidth, foot + 16, "end", std::to_string(values.cols() - 1));
    svg += label(kMapLeft + kMapWidth / 2, foot + 16, "middle", "step in the window");
    const std::string height = fixedNumber(foot + kMapBottom - 16, 0);
    const bool thinned = cells.rows() < values.rows() || cells.cols() < values.cols();
    const std::string sentence = title + ": mean " + fixedNumber(values.mean(), 2) + ", from "
                                 + fixedNumber(values.minCoeff(), 2) + " to " + fixedNumber(values.maxCoeff(), 2);
    return "<figure><svg viewBox=\"0 0 640 " + height + "\" width=\"640\" height=\"" + height
           + "\" role=\"img\" font-size=\"12\" font-family=\"system-ui, sans-serif\" shape-rendering=\"crispEdges\" "
             "aria-label=\""
           + htmlText(sentence) + "\">" + svg + "</svg><figcaption>" + htmlText(title)
           + (thinned ? "; each cell the mean of its neighbours" : "") + "</figcaption></figure>";
}

} // namespace gatescope
