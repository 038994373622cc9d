// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/svg_chart.h"

#include "core/data/text/number_text.h"
#include "core/inspect/labels.h"
#include "core/io/html/html_page.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr double kWidth = 640.0, kHeight = 300.0;
constexpr double kLeft = 70.0, kRight = 20.0, kTop = 30.0, kBottom = 45.0;

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    /// 0 to 1; a range of one value is its middle.
    double share(double value) const { return high > low ? (value - low) / (high - low) : 0.5; }
};

std::string attribute(const char *name, double value)
{
    return std::string(" ").append(name).append("=\"").append(fixedNumber(value, 1)).append("\"");
}

class Chart {
public:
    Chart(const std::vector<ChartLine> &lines, bool logarithmic) : m_lines(lines), m_logarithmic(logarithmic)
    {
        for (const ChartLine &line : lines) {
            for (std::size_t i = 0; i < line.x.size(); ++i) {
                if (drawn(line, i)) {
                    m_x.include(line.x[i]);
                    m_y.include(height(line.y[i]));
                }
            }
        }
    }

    bool empty() const { return m_x.low > m_x.high; }

    std::string axes(const std::string &xName, const std::string &yName) const
    {
        std::string svg;
        for (const double value : ticks(m_y))
            svg += tick(kLeft, place(value), "end", m_logarithmic ? std::pow(10.0, value) : value, true);
        for (const double value : ticks(m_x))
            svg +=
                tick(kLeft + m_x.share(value) * (kWidth - kLeft - kRight), kHeight - kBottom, "middle", value, false);
        svg += "<text" + attribute("x", (kLeft + kWidth - kRight) / 2) + attribute("y", kHeight - 8)
               + " text-anchor=\"middle\">" + htmlText(xName) + "</text>";
        return svg + "<text transform=\"translate(14 " + fixedNumber((kTop + kHeight - kBottom) / 2, 1)
               + ") rotate(-90)\" text-anchor=\"middle\">" + htmlText(yName) + "</text>";
    }

    std::string curves() const
    {
        std::string svg;
        double legend = kLeft;
        for (const ChartLine &line : m_lines) {
            const std::string style = " fill=\"none\" stroke=\"" + htmlText(line.colour) + "\" stroke-width=\"2\""
                                      + (line.dashed ? " stroke-dasharray=\"6 4\"" : "");
            svg += "<polyline" + style + " points=\"" + points(line) + "\"/>";
            svg += "<line" + style + attribute("x1", legend) + attribute("y1", 14.0) + attribute("x2", legend + 22)
                   + attribute("y2", 14.0) + "/><text" + attribute("x", legend + 28) + attribute("y", 18.0) + ">"
                   + htmlText(line.name) + "</text>";
            legend += 50.0 + 7.5 * static_cast<double>(line.name.size());
        }
        return svg;
    }

private:
    bool drawn(const ChartLine &line, std::size_t i) const
    {
        return std::isfinite(line.x[i]) && std::isfinite(line.y[i]) && (!m_logarithmic || line.y[i] > 0.0);
    }
    double height(double y) const { return m_logarithmic ? std::log10(y) : y; }
    double place(double value) const { return kHeight - kBottom - m_y.share(value) * (kHeight - kTop - kBottom); }

    std::string points(const ChartLine &line) const
    {
        std::string text;
        for (std::size_t i = 0; i < line.x.size(); ++i) {
            if (drawn(line, i))
                text += fixedNumber(kLeft + m_x.share(line.x[i]) * (kWidth - kLeft - kRight), 1) + ","
                        + fixedNumber(place(height(line.y[i])), 1) + " ";
        }
        return text;
    }

    static std::vector<double> ticks(const Range &range)
    {
        if (!(range.high > range.low))
            return {range.low};
        return {range.low, range.low + (range.high - range.low) / 2, range.high};
    }

    static std::string tick(double x, double y, const char *anchor, double value, bool left)
    {
        return "<line class=\"tick\" stroke=\"#d6dbe3\"" + attribute("x1", left ? kLeft : x)
               + attribute("x2", left ? kWidth - kRight : x) + attribute("y1", left ? y : kTop)
               + attribute("y2", left ? y : kHeight - kBottom) + "/><text" + attribute("x", left ? x - 6 : x)
               + attribute("y", left ? y + 4 : y + 18) + " text-anchor=\"" + anchor + "\">" + formatNumber(value, 3)
               + "</text>";
    }

    const std::vector<ChartLine> &m_lines;
    bool m_logarithmic;
    Range m_x, m_y;
};

} // namespace

std::string svgChart(const std::string &title, const std::string &xName, const std::string &yName,
                     const std::vector<ChartLine> &lines, bool logarithmic)
{
    const Chart chart(lines, logarithmic);
    if (chart.empty())
        return {};
    std::string sentence = title + ":";
    for (const ChartLine &line : lines) {
        if (!line.y.empty())
            sentence += " " + line.name + " from " + formatNumber(line.y.front(), 4) + " to "
                        + formatNumber(line.y.back(), 4) + ";";
    }
    return "<figure><svg viewBox=\"0 0 640 300\" width=\"640\" height=\"300\" role=\"img\" font-size=\"12\" "
           "font-family=\"system-ui, sans-serif\" aria-label=\""
           + htmlText(sentence) + "\">" + chart.axes(xName, yName) + chart.curves() + "</svg><figcaption>"
           + htmlText(title) + "</figcaption></figure>";
}

} // namespace gatescope
