// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/remembered.h"

#include "core/ascii.h"
#include "core/error.h"

#include <limits>

namespace gatescope {

namespace {

const std::vector<std::string> kKinds = {"vowel", "consonant", "digit", "blank", "other"};

/// Which kind a character is; letters beyond English count as other.
double kindOf(const std::string &character)
{
    if (character.size() != 1)
        return 4.0;
    const char c = character.front();
    if (std::string_view("aeiou").find(lowered(c)) != std::string_view::npos)
        return 0.0;
    if (isLetter(c))
        return 1.0;
    if (isDigit(c))
        return 2.0;
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' ? 3.0 : 4.0;
}

bool isText(const PreparedData<float> &data)
{
    return data.all.hasSymbols();
}

bool hasRowTargets(const PreparedData<float> &data)
{
    return !isText(data) && data.all.hasStepTargets() && data.targetValues.rows() > 0;
}

std::string targetName(const PreparedData<float> &data, Index target)
{
    const auto i = static_cast<std::size_t>(target);
    return "target " + (i < data.targetNames.size() ? data.targetNames[i] : std::to_string(target + 1));
}

Index targetRows(const PreparedData<float> &data)
{
    if (!hasRowTargets(data))
        return 0;
    return data.options.task == TaskKind::Classification ? 1 : data.targetValues.rows();
}

Remembered character(const PreparedData<float> &data, bool kind)
{
    Remembered made{kind ? "kind of character" : "character", {}, kind ? kKinds : data.classNames};
    const auto symbols = data.all.store().inputs.row(0);
    for (Index column = 0; column < symbols.cols(); ++column) {
        const auto symbol = static_cast<std::size_t>(symbols(column));
        const std::string name = symbol < data.classNames.size() ? data.classNames[symbol] : std::string();
        made.values.push_back(kind ? kindOf(name) : static_cast<double>(symbol));
    }
    return made;
}

} // namespace

std::vector<std::string> rememberedNames(const PreparedData<float> &data)
{
    if (isText(data))
        return {"kind of character", "character"};
    std::vector<std::string> names;
    for (Index feature = 0; feature < data.all.inputs(); ++feature) {
        const auto i = static_cast<std::size_t>(feature);
        names.push_back(i < data.featureNames.size() ? data.featureNames[i] : "input " + std::to_string(feature + 1));
    }
    for (Index target = 0; target < targetRows(data); ++target)
        names.push_back(targetName(data, target));
    return names;
}

Remembered remembered(const PreparedData<float> &data, Index choice)
{
    const std::vector<std::string> names = rememberedNames(data);
    if (choice < 0 || choice >= std::ssize(names))
        throw ShapeError("choice " + std::to_string(choice) + " was asked for, there are "
                         + std::to_string(names.size()));
    if (isText(data))
        return character(data, choice == 0);
    const Index columns = data.all.store().inputs.cols(), features = data.all.inputs();
    Remembered made{names[static_cast<std::size_t>(choice)], {}, {}};
    made.values.assign(static_cast<std::size_t>(columns), std::numeric_limits<double>::quiet_NaN());
    if (choice >= features && data.options.task == TaskKind::Classification)
        made.classNames = data.classNames;
    for (Index column = 0; column < columns; ++column) {
        double &value = made.values[static_cast<std::size_t>(column)];
        if (choice < features)
            value = static_cast<double>(data.all.store().inputs(choice, column));
        else if (column < data.targetValues.cols())
            value = data.targetValues(choice - features, column);
    }
    return made;
}

} // namespace gatescope
