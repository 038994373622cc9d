// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sweep/sweep_file.h"

#include "core/data/options/option_table.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/io/files/atomic_file.h"
#include "core/io/files/csv_writer.h"
#include "core/io/files/json_document.h"
#include "core/io/files/strict_json.h"
#include "core/train/settings/settings_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace gatescope {

namespace {

constexpr std::uintmax_t kLargestTable = 64'000'000; ///< bytes; a hundred thousand rows take a tenth

std::string textOf(const std::filesystem::path &path)
{
    std::error_code failure;
    const std::uintmax_t bytes = std::filesystem::file_size(path, failure);
    std::ifstream file(path, std::ios::binary);
    if (failure || !file)
        throw IoError(quoted(path.string()) + " cannot be read");
    if (bytes > kLargestTable)
        throw DataError(quoted(path.string()) + " is too large to be the table of a sweep; give another name");
    std::string text{std::istreambuf_iterator<char>(file), {}};
    return text;
}

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        if (line.ends_with('\r'))
            line.pop_back();
        if (!line.empty())
            lines.push_back(std::move(line));
        begin = end + 1;
    }
    return lines;
}

std::string listText(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

/// Reads the cells of a row one after the other.
class RowCells {
public:
    RowCells(std::vector<std::string> cells, std::string where) : m_cells(std::move(cells)), m_where(std::move(where))
    {
    }

    std::string text() { return m_cells[m_next++]; }
    std::optional<double> number()
    {
        const std::string cell = text();
        const std::optional<double> value = parseNumber(cell);
        if (!value && !cell.empty())
            throw DataError(m_where + quoted(cell) + " is no number; delete the file, or give another name");
        return value;
    }
    std::int64_t count()
    {
        const double value = number().value_or(0.0);
        if (value < 0.0 || value > 9007199254740991.0 || value != std::floor(value))
            throw DataError(m_where + "a count is no whole number; delete the file, or give another name");
        return static_cast<std::int64_t>(value);
    }

private:
    std::vector<std::string> m_cells;
    std::string m_where;
    std::size_t m_next = 0;
};

std::string optionalText(const std::optional<double> &value)
{
    return value ? csvNumberText(*value) : "";
}

} // namespace

SweepIdentity sweepIdentity(const SweepPlan &plan, SweepIdentity more)
{
    if (plan.points.empty())
        return more;
    const auto swept = [&plan](std::string_view id) {
        return std::ranges::find(plan.axes, id, &SweepAxis::id) != plan.axes.end();
    };
    const SweepPoint &point = plan.points.front();
    for (const SettingInfo &setting : settingsTable()) {
        if (!swept(setting.id) && setting.id != "seed" && setting.id != "threads")
            more[std::string(setting.id)] = settingText(setting, point.settings);
    }
    for (const DataOption &option : dataOptionTable()) {
        if (!swept(option.id) && findSetting(option.id) == nullptr) // the seed of both tables
            more[std::string(option.id)] = optionText(option, point.data);
    }
    return more;
}

std::vector<std::string> sweepHeader(const std::vector<std::string> &axes, bool withTest)
{
    std::vector<std::string> header = axes;
    header.insert(header.end(),
                  {"seed", "best_validation_loss", "best_epoch", "parameters", "skill.train", "skill.validation"});
    if (withTest)
        header.emplace_back("skill.test");
    header.emplace_back("seconds");
    return header;
}

std::vector<std::string> sweepCells(const SweepRow &row, bool withTest)
{
    std::vector<std::string> cells;
    for (const std::string &value : row.values)
        cells.push_back(csvText(value));
    cells.push_back(std::to_string(row.seed));
    cells.push_back(optionalText(row.bestValidationLoss));
    cells.push_back(row.bestEpoch > 0 ? std::to_string(row.bestEpoch) : "");
    cells.push_back(std::to_string(row.parameters));
    for (std::size_t part = 0; part < (withTest ? 3U : 2U); ++part)
        cells.push_back(optionalText(row.skill[part]));
    cells.push_back(optionalText(row.seconds));
    return cells;
}

SweepFile::SweepFile(std::filesystem::path path, const SweepPlan &plan, bool withTest, SweepIdentity identity)
    : m_path(std::move(path)), m_axes(plan.axes.size()), m_withTest(withTest), m_identity(std::move(identity))
{
    std::vector<std::string> names;
    for (const SweepAxis &axis : plan.axes)
        names.push_back(axis.id);
    m_header = sweepHeader(names, withTest);
    AtomicFile{m_path}; // finds out before the work, not after it, that its result cannot be written
    if (std::filesystem::exists(m_path))
        read();
}

std::filesystem::path SweepFile::beside() const
{
    std::string name(1, '.');
    name += m_path.filename().string();
    name += ".sweep";
    return m_path.parent_path() / name;
}

void SweepFile::read()
{
    const std::vector<std::string> lines = linesOf(textOf(m_path));
    if (lines.empty())
        return;
    const std::string name = quoted(m_path.string());
    if (splitList(lines.front()) != m_header)
        throw OptionError(
            {{"--out", name,
              "holds another table: its columns are " + quoted(lines.front()) + ", not " + quoted(listText(m_header)),
              "give another name"}});
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string where = name + ", line " + std::to_string(i + 1) + ": ";
        std::vector<std::string> texts = splitList(lines[i]);
        if (texts.size() != m_header.size())
            throw DataError(where + "there are " + std::to_string(texts.size()) + " cells and not "
                            + std::to_string(m_header.size()) + "; delete the file, or give another name");
        RowCells cells(std::move(texts), where);
        SweepRow row;
        for (std::size_t axis = 0; axis < m_axes; ++axis)
            row.values.push_back(cells.text());
        row.seed = static_cast<std::uint64_t>(cells.count());
        row.bestValidationLoss = cells.number();
        row.bestEpoch = cells.count();
        row.parameters = cells.count();
        for (std::size_t part = 0; part < (m_withTest ? 3U : 2U); ++part)
            row.skill[part] = cells.number();
        row.seconds = cells.number();
        m_rows.push_back(std::move(row));
    }
    if (!m_rows.empty())
        checkIdentity();
}

void SweepFile::checkIdentity()
{
    m_unproven = !std::filesystem::exists(beside());
    if (m_unproven)
        return;
    const JsonDocument document = parseStrictJson(textOf(beside()), quoted(beside().string()));
    const nlohmann::json &json = document;
    std::vector<Problem> problems;
    for (const auto &[id, now] : m_identity) {
        const std::string before =
            json.is_object() && json.contains(id) && json[id].is_string() ? json[id].get<std::string>() : now;
        if (before != now)
            problems.push_back({"--out", quoted(m_path.string()),
                                "was made with " + id + " " + quoted(before) + ", which is " + quoted(now) + " now",
                                "give another name, or delete it"});
    }
    if (!problems.empty())
        throw OptionError(std::move(problems));
}

const SweepRow *SweepFile::find(const SweepPoint &point) const
{
    for (const SweepRow &row : m_rows) {
        if (row.values == point.values && row.seed == point.seed)
            return &row;
    }
    return nullptr;
}

void SweepFile::add(SweepRow row)
{
    if (!m_unproven && !m_identityWritten) {
        writeFileAtomically(beside(), nlohmann::json(m_identity).dump(1) + "\n");
        m_identityWritten = true;
    }
    std::erase_if(m_rows, [&](const SweepRow &old) { return old.values == row.values && old.seed == row.seed; });
    m_rows.insert(std::ranges::upper_bound(m_rows, row, sweepRowLess), std::move(row));
    CsvWriter writer(m_path);
    std::vector<std::string> header;
    for (const std::string &name : m_header)
        header.push_back(csvText(name));
    writer.row(header);
    for (const SweepRow &written : m_rows)
        writer.row(sweepCells(written, m_withTest));
    writer.commit();
}

} // namespace gatescope
