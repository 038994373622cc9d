// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/html_page.h"

#include "core/io/html/svg_chart.h"
#include "core/io/html/svg_heatmap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace gatescope {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char *kEvil = "<script>alert('1')</script>\"&";

TEST(HtmlPage, ForeignTextStaysText)
{
    EXPECT_EQ(htmlText(kEvil), "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;");
    EXPECT_EQ(htmlText("a\x1b[31mb"), "a\\x1b[31mb");
    HtmlPage page(kEvil);
    page.heading(1, kEvil);
    page.paragraph(kEvil);
    page.list({kEvil});
    page.preformatted(kEvil);
    page.table({{kEvil, "b"}, {"c", kEvil}}, kEvil);
    EXPECT_THAT(page.text(), Not(HasSubstr("<script>")));
}

TEST(HtmlPage, DataCannotEndItsScript)
{
    HtmlPage page("title");
    page.data("network", R"({"name":"</script><b>&"})");
    EXPECT_THAT(page.text(), HasSubstr(R"({"name":"\u003c/script\u003e\u003cb\u003e\u0026"})"));
}

TEST(HtmlPage, LetsNothingOut)
{
    const std::string text = HtmlPage("title").text();
    EXPECT_THAT(text, HasSubstr("default-src 'none'"));
    EXPECT_THAT(text, Not(HasSubstr("http:")));
    EXPECT_THAT(text, Not(HasSubstr("https:")));
    EXPECT_THAT(text, Not(HasSubstr("url(")));
}

TEST(SvgChart, DrawsWhatIsFiniteAndAboveZero)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::string svg =
        svgChart("<t>", "x", "y", {{"line", "#000", false, {1, 2, 3, 4, 5}, {1.0, nan, 0.0, 0.1, 0.01}}}, true);
    EXPECT_THAT(svg, HasSubstr("&lt;t&gt;"));
    const std::size_t begin = svg.find("points=\""), end = svg.find('"', begin + 8);
    const std::string points = svg.substr(begin, end - begin);
    EXPECT_EQ(std::count(points.begin(), points.end(), ','), 3);
    EXPECT_EQ(svgChart("t", "x", "y", {{"line", "#000", false, {1}, {nan}}}, true), "");
    EXPECT_EQ(svg,
              svgChart("<t>", "x", "y", {{"line", "#000", false, {1, 2, 3, 4, 5}, {1.0, nan, 0.0, 0.1, 0.01}}}, true));
}

TEST(SvgHeatmap, DrawsEveryCellOrTheMeanOfMany)
{
    const Matrix<double> small{{0.0, 1.0, 0.5}, {1.0, 0.0, 0.5}};
    const std::string svg = svgHeatmap("z <1>", small);
    EXPECT_THAT(svg, HasSubstr("z &lt;1&gt;"));
    EXPECT_THAT(svg, HasSubstr("fill=\"#00204d\""));
    EXPECT_THAT(svg, HasSubstr("fill=\"#ffea46\""));
    EXPECT_THAT(svg, HasSubstr("mean 0.50, from 0.00 to 1.00"));
    EXPECT_THAT(svg, Not(HasSubstr("mean of its neighbours")));
    const auto cells = [](const std::string &text) {
        std::size_t count = 0;
        for (std::size_t at = text.find("<rect"); at != std::string::npos; at = text.find("<rect", at + 1))
            ++count;
        return count;
    };
    EXPECT_EQ(cells(svg), 6U + 16U) << "and the scale";
    const std::string large = svgHeatmap("z", Matrix<double>::Constant(100, 500, 0.25));
    EXPECT_EQ(cells(large), 32U * 96U + 16U);
    EXPECT_THAT(large, HasSubstr("mean of its neighbours"));
    EXPECT_EQ(svgHeatmap("z", {}), "");
}

} // namespace
} // namespace gatescope
