// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/compared_runs.h"

#include "core/data/options/option_table.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

/// Colours that colour-blind eyes tell apart, with a dash each that tells them apart without colour.
struct RunStyle {
    QRgb light, dark; ///< 0: the text's colour
    Qt::PenStyle dash;
    double width;
};

constexpr std::array<RunStyle, ComparedRuns::kMost> kStyles{{
    {0xff0072b2, 0xff56a8e0, Qt::SolidLine, 2.0},
    {0xffd55e00, 0xffff9a4d, Qt::DashLine, 2.0},
    {0xffaa4499, 0xffdd88cc, Qt::DotLine, 2.4},
    {0xff6b7280, 0xffa8b0bd, Qt::DashDotLine, 2.0},
    {0xff009e73, 0xff45c9a0, Qt::SolidLine, 3.4},
    {0xffb07a00, 0xfff0c04d, Qt::DashLine, 3.4},
    {0xff0e7490, 0xff67d6ee, Qt::DotLine, 3.6},
    {0, 0, Qt::DashDotDotLine, 2.0},
}};

const RunStyle &styleOf(int place)
{
    return kStyles[static_cast<std::size_t>(place) % kStyles.size()];
}

} // namespace

QString ComparedRun::name() const
{
    return plainText(kept->label(), 60);
}

QColor ComparedRun::color(const QPalette &palette) const
{
    const ThemeColors &theme = themeColors(palette);
    const RunStyle &style = styleOf(place);
    if (style.light == 0)
        return theme.text;
    return QColor::fromRgb(isLight(theme.look) ? style.light : style.dark);
}

Qt::PenStyle ComparedRun::dash() const
{
    return styleOf(place).dash;
}

double ComparedRun::width() const
{
    return styleOf(place).width;
}

ComparedRuns::ComparedRuns(RunShelf &shelf, QObject *parent) : QObject(parent), m_shelf(shelf), m_places(kMost, 0)
{
    connect(&shelf, &RunShelf::changed, this, &ComparedRuns::follow);
    follow();
}

/// Runs that left go; those trained now are compared by themselves, the first four of them.
void ComparedRuns::follow()
{
    constexpr std::size_t kByThemselves = 4;
    for (std::uint64_t &id : m_places) {
        if (id != 0 && m_shelf.shelf().find(id) == nullptr)
            id = 0;
    }
    for (const KeptRun &kept : m_shelf.shelf().runs()) {
        if (std::ranges::find(m_known, kept.id) != m_known.end())
            continue;
        m_known.push_back(kept.id);
        if (kept.id > Shelf::kEarlierIds && runs().size() < kByThemselves)
            *std::ranges::find(m_places, std::uint64_t{0}) = kept.id;
    }
    Q_EMIT changed();
}

std::vector<ComparedRun> ComparedRuns::runs() const
{
    std::vector<ComparedRun> list;
    for (std::size_t place = 0; place < m_places.size(); ++place) {
        if (const KeptRun *kept = m_shelf.shelf().find(m_places[place]))
            list.push_back({kept, static_cast<int>(place)});
    }
    return list;
}

bool ComparedRuns::isChosen(std::uint64_t id) const
{
    return id != 0 && std::ranges::find(m_places, id) != m_places.end();
}

std::optional<ComparedRun> ComparedRuns::find(std::uint64_t id) const
{
    for (const ComparedRun &run : runs()) {
        if (run.kept->id == id)
            return run;
    }
    return std::nullopt;
}

bool ComparedRuns::setChosen(std::uint64_t id, bool chosen)
{
    if (isChosen(id) == chosen)
        return true;
    const auto place = std::ranges::find(m_places, chosen ? 0 : id);
    if (place == m_places.end())
        return false;
    *place = chosen ? id : 0;
    Q_EMIT changed();
    return true;
}

QString factWords(const RunFact &fact)
{
    if (const DataOption *option = findOption(dataOptionTable(), fact.id)) {
        for (const OptionChoice &choice : option->choices) {
            if (choice.id == fact.text)
                return coreWords(choice.title);
        }
    }
    return coreWords(fact.text);
}

} // namespace gatescope
