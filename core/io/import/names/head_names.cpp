// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/names/head_names.h"

#include "core/ascii.h"
#include "core/error.h"
#include "core/printable.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace gatescope {

namespace {

constexpr std::string_view kWeight = "weight";
constexpr std::string_view kBeforeWords[] = {"emb",    "embed",  "embedder", "embedding", "embeddings", "wte", "lookup",
                                             "token",  "tokens", "input",    "inputs",    "in",         "inp", "pre",
                                             "prenet", "norm",   "bn",       "ln",        "encoder",    "i2h"};
constexpr std::string_view kHeadWords[] = {"fc",         "head",    "linear",  "lin",        "out",        "output",
                                           "outputs",    "dense",   "decoder", "classifier", "cls",        "predictor",
                                           "prediction", "predict", "pred",    "proj",       "projection", "regressor",
                                           "regression", "readout", "final",   "last",       "logits",     "score",
                                           "tag",        "h2o",     "mlp",     "generator",  "ffn",        "affine"};

bool isAmong(std::span<const std::string_view> words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// The words of a name such as "hiddenToOut_2": hidden, to, out.
std::vector<std::string> wordsOf(std::string_view component)
{
    std::vector<std::string> words;
    bool begins = true, wasLower = false;
    for (const char c : component) {
        const bool upper = isCapital(c), lower = isLetter(c) && !upper;
        begins = begins || (upper && wasLower) || (!upper && !lower);
        wasLower = lower;
        if (!upper && !lower)
            continue;
        if (begins)
            words.emplace_back();
        begins = false;
        words.back() += lowered(c);
    }
    return words;
}

std::optional<Index> number(std::string_view text)
{
    Index value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// In a Sequential the modules are numbered: a later one reads what the GRU gives.
ModulePlace numberedPlace(const std::vector<std::string_view> &module, const std::vector<std::string_view> &gru)
{
    for (std::size_t i = 0; i < std::min(module.size(), gru.size()); ++i) {
        const std::optional<Index> own = number(module[i]), other = number(gru[i]);
        if (own && other && *own != *other)
            return *own < *other ? ModulePlace::BeforeGru : ModulePlace::Head;
        if (module[i] != gru[i])
            break;
    }
    return ModulePlace::Unknown;
}

std::string moduleOf(const NamedTensor &weight)
{
    std::string module = weight.name.substr(0, weight.name.size() - kWeight.size());
    while (!module.empty() && (module.back() == '.' || module.back() == '_' || module.back() == '/'))
        module.pop_back();
    return module;
}

const NamedTensor *biasBeside(const NamedTensor &weight, const std::vector<const NamedTensor *> &others)
{
    const std::string name = weight.name.substr(0, weight.name.size() - kWeight.size()) + "bias";
    const auto bias = std::ranges::find(others, name, &NamedTensor::name);
    return bias == others.end() ? nullptr : *bias;
}

/// A matrix of a nameless place: an embedding has the GRU's inputs as columns, a projection before it as rows.
bool couldBeBefore(const NamedTensor &weight, const HeadPlace &place)
{
    return weight.shape[1] == place.inputs || weight.shape[0] == place.inputs;
}

/// The matrices that may be the head. @throws DataError for one of which it cannot be told
std::vector<const NamedTensor *> candidates(const std::vector<const NamedTensor *> &others, const HeadPlace &place,
                                            const std::string &name)
{
    std::vector<const NamedTensor *> heads;
    for (const NamedTensor *tensor : others) {
        if (tensor->shape.size() != 2 || tensor->shape[1] != place.hidden || !tensor->name.ends_with(kWeight))
            continue;
        const ModulePlace where = modulePlace(moduleOf(*tensor), place.module);
        if (where == ModulePlace::Unknown && couldBeBefore(*tensor, place))
            throw DataError(
                name + ": tensor " + quoted(tensor->name) + " (" + tensor->shapeText()
                + ") could stand before the GRU, as an embedding or a projection, as well as after it; if it "
                  "is the output layer, rename it to \"fc.weight\"");
        if (where != ModulePlace::BeforeGru)
            heads.push_back(tensor);
    }
    return heads;
}

} // namespace

ModulePlace modulePlace(const std::string &module, const std::string &gru)
{
    const std::vector<std::string_view> components = split(module, '.');
    if (const ModulePlace place = numberedPlace(components, split(gru, '.')); place != ModulePlace::Unknown)
        return place;
    if (components.empty())
        return ModulePlace::Unknown;
    // The module's own name decides; what it lies in may be called "encoder" or "out" for other reasons.
    const std::vector<std::string> words = wordsOf(components.back());
    if (std::ranges::any_of(words, [](const std::string &word) { return isAmong(kBeforeWords, word); }))
        return ModulePlace::BeforeGru;
    for (const std::string_view component : components) {
        const std::vector<std::string> all = wordsOf(component);
        if (std::ranges::any_of(all, [](const std::string &word) { return word.starts_with("emb"); }))
            return ModulePlace::BeforeGru;
        if (isAmong(kHeadWords, component)
            || std::ranges::any_of(all, [](const std::string &word) { return isAmong(kHeadWords, word); }))
            return ModulePlace::Head;
    }
    return ModulePlace::Unknown;
}

std::string firstNames(const std::vector<const NamedTensor *> &tensors)
{
    std::vector<std::string> names;
    for (const NamedTensor *tensor : tensors)
        names.push_back(quoted(tensor->name));
    return firstOf(names);
}

std::optional<ImportedHead> findHead(const std::vector<const NamedTensor *> &others, const HeadPlace &place,
                                     const std::string &name, std::vector<std::string> &notes)
{
    const std::vector<const NamedTensor *> heads = candidates(others, place, name);
    if (heads.size() > 1)
        throw DataError(name + ": more than one linear layer could follow the GRU (" + firstNames(heads)
                        + "); only one can be represented");
    std::optional<ImportedHead> head;
    const NamedTensor *bias = nullptr;
    if (!heads.empty()) {
        head = ImportedHead{importedMatrix(*heads.front(), name), {}};
        bias = biasBeside(*heads.front(), others);
        if (bias != nullptr)
            head->bias = importedVector(*bias, name);
        else
            notes.emplace_back("the output layer " + quoted(heads.front()->name)
                               + " has no bias beside it; a bias of 0 was put there");
    }
    std::vector<const NamedTensor *> unused;
    for (const NamedTensor *tensor : others) {
        if (tensor != bias && (heads.empty() || tensor != heads.front()))
            unused.push_back(tensor);
    }
    if (!unused.empty())
        throw DataError(name + ": " + firstNames(unused) + " (" + unused.front()->shapeText()
                        + ") belong to neither the GRU nor a linear head of " + std::to_string(place.hidden)
                        + " inputs; such a network cannot be represented");
    return head;
}

} // namespace gatescope
