// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/text_corpus.h"

#include "core/input_file.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace gatescope {

namespace {

constexpr std::uint64_t kLargestText = 1'000'000'000;

/// Bytes of the character that begins here, 0 where there is none.
std::size_t characterLength(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80U   ? 1
                               : first < 0xC2U ? 0
                               : first < 0xE0U ? 2
                               : first < 0xF0U ? 3
                               : first < 0xF5U ? 4
                                               : 0;
    if (length == 0 || at + length > bytes.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
    }
    const bool overlong = (first == 0xE0U && byte(1) < 0xA0U) || (first == 0xF0U && byte(1) < 0x90U);
    const bool outside = (first == 0xEDU && byte(1) > 0x9FU) || (first == 0xF4U && byte(1) > 0x8FU);
    return overlong || outside ? 0 : length;
}

template <typename Scalar>
class TextPreparer {
public:
    TextPreparer(const std::vector<std::string> &characters, std::string source, const DataOptions &options)
        : m_characters(characters), m_source(std::move(source))
    {
        m_data.options = options;
        m_data.options.features = m_data.options.targets = {"character"};
        m_data.options.task = TaskKind::Classification;
        m_data.options.horizons = {1};
        m_data.options.scale = ScaleKind::None;
    }

    PreparedData<Scalar> run(const Preparation *given)
    {
        checkLength();
        split(given != nullptr);
        if (given)
            static_cast<Preparation &>(m_data) = *given;
        else
            makeVocabulary();
        fill();
        cut();
        if (m_data.all.size() == 0 || (!given && m_data.train.size() == 0))
            throw DataError(quoted(m_source) + ": the training part has no window of "
                            + std::to_string(m_data.options.window)
                            + " characters with the one after it; take a shorter window or a longer text");
        return std::move(m_data);
    }

private:
    Index length() const { return static_cast<Index>(m_characters.size()); }

    void checkLength() const
    {
        if (std::vector<Problem> problems = m_data.options.validate(); !problems.empty())
            throw OptionError(std::move(problems));
        if (length() < m_data.options.window + 1)
            throw DataError(quoted(m_source) + " has " + std::to_string(length()) + " characters; a window of "
                            + std::to_string(m_data.options.window) + " and the character after it need "
                            + std::to_string(m_data.options.window + 1) + ": take a shorter window or a longer text");
    }

    void split(bool whole)
    {
        const auto &shares = m_data.options.split;
        const auto count = static_cast<double>(length());
        const auto first = static_cast<Index>(std::floor(shares[0] * count));
        const auto second = std::max(first, static_cast<Index>(std::floor((shares[0] + shares[1]) * count)));
        m_rows = {0, first, std::min(second, length()), length()};
        if (whole)
            return;
        const std::set<std::string> seen(m_characters.begin(), m_characters.begin() + first);
        if (seen.size() == 1)
            throw DataError(quoted(m_source) + " holds one character only in its training part, "
                            + quoted(*seen.begin()) + ", so there is nothing to predict");
    }

    void makeVocabulary()
    {
        const std::set<std::string> seen(m_characters.begin(), m_characters.begin() + m_rows[1]);
        m_data.text = true;
        m_data.classNames.assign(seen.begin(), seen.end()); // UTF-8 sorts as its code points
        m_data.classNames.emplace_back(kOtherCharacter);
        m_data.featureNames = m_data.classNames;
        m_data.targetNames = {"character"};
    }

    void fill()
    {
        const std::vector<Index> symbols = symbolsOf(m_characters, m_data);
        auto store = std::make_shared<SeriesStore<Scalar>>();
        store->symbols = static_cast<Index>(m_data.classNames.size());
        store->inputs.resize(1, length());
        for (Index i = 0; i < length(); ++i)
            store->inputs(0, i) = static_cast<Scalar>(symbols[static_cast<std::size_t>(i)]);
        store->targets = store->inputs;
        m_data.classCounts.assign(m_data.classNames.size(), 0);
        for (const Index symbol : symbols)
            ++m_data.classCounts[static_cast<std::size_t>(symbol)];
        m_data.targetValues = store->targets.template cast<double>();
        m_data.partRows = m_rows;
        m_data.parts = {m_rows};
        m_data.segments = {0, length()};
        const Index others = m_data.classCounts.back();
        if (others > 0)
            m_data.notes.push_back(std::to_string(others)
                                   + " characters that the training part does not hold are read as “other”");
        m_store = std::move(store);
    }

    SequenceSet<Scalar> windows(Index begin, Index end, bool targets) const
    {
        const Index window = m_data.options.window;
        std::vector<std::int64_t> starts, columns;
        for (Index start = begin; start + window + (targets ? 1 : 0) <= end; start += m_data.options.stride) {
            starts.push_back(start);
            if (targets)
                columns.push_back(start + window);
        }
        return SequenceSet<Scalar>(m_store, window, std::move(starts), std::move(columns), 1, TaskKind::Classification);
    }

    void cut()
    {
        m_data.train = windows(m_rows[0], m_rows[1], true);
        m_data.validation = windows(m_rows[1], m_rows[2], true);
        m_data.test = windows(m_rows[2], m_rows[3], true);
        m_data.all = windows(0, length(), true);
        m_data.inputsOnly = windows(0, length(), false);
    }

    const std::vector<std::string> &m_characters;
    std::string m_source;
    std::array<Index, 4> m_rows{};
    std::shared_ptr<const SeriesStore<Scalar>> m_store;
    PreparedData<Scalar> m_data;
};

} // namespace

std::vector<std::string> charactersOf(std::string_view bytes, const std::string &source)
{
    std::vector<std::string> characters;
    std::size_t at = 0;
    while (bytes.substr(at).starts_with("\xEF\xBB\xBF")) // a byte order mark, or several of files put together
        at += 3;
    if (at >= bytes.size())
        throw DataError(quoted(source) + " is empty; a text needs at least a window of characters and one more");
    while (at < bytes.size()) {
        const std::size_t length = characterLength(bytes, at);
        if (length == 0 || bytes[at] == '\0')
            throw DataError(quoted(source) + " is no text: byte " + std::to_string(at + 1)
                            + (length == 0 ? " is not UTF-8" : " is zero")
                            + "; save it as UTF-8, or choose another file");
        const bool ends = bytes[at] == '\r';
        if (!ends || at + 1 >= bytes.size() || bytes[at + 1] != '\n') // "\r\n" is one line end
            characters.emplace_back(ends ? "\n" : bytes.substr(at, length));
        at += length;
    }
    return characters;
}

std::vector<std::string> readCharacters(const std::filesystem::path &path)
{
    const std::vector<std::byte> bytes = readWholeFile(path, kLargestText);
    return charactersOf({reinterpret_cast<const char *>(bytes.data()), bytes.size()}, path.string());
}

bool namesTextFile(const std::filesystem::path &path)
{
    const std::string extension = path.extension().string();
    return extension == ".txt" || extension == ".TXT";
}

DataOptions firstTextOptions(std::size_t characters)
{
    DataOptions options;
    options.targets = options.features = {"character"};
    options.task = TaskKind::Classification;
    options.scale = ScaleKind::None;
    options.split = {0.8, 0.1, 0.1};
    // A short text still has a window in every part.
    options.window = std::clamp<Index>(static_cast<Index>(characters) / 40, 4, 64);
    options.stride = options.window;
    return options;
}

std::vector<Index> symbolsOf(const std::vector<std::string> &characters, const Preparation &preparation)
{
    std::map<std::string, Index> numbers;
    for (const std::string &name : preparation.classNames)
        numbers.emplace(name, static_cast<Index>(numbers.size()));
    const auto other = static_cast<Index>(preparation.classNames.size()) - 1;
    std::vector<Index> symbols;
    symbols.reserve(characters.size());
    for (const std::string &character : characters) {
        const auto found = numbers.find(character);
        symbols.push_back(found == numbers.end() ? other : found->second);
    }
    return symbols;
}

template <typename Scalar>
PreparedData<Scalar> prepareText(const std::vector<std::string> &characters, const std::string &source,
                                 const DataOptions &options)
{
    return TextPreparer<Scalar>(characters, source, options).run(nullptr);
}

template <typename Scalar>
PreparedData<Scalar> applyTextPreparation(const std::vector<std::string> &characters, const std::string &source,
                                          const Preparation &preparation)
{
    return TextPreparer<Scalar>(characters, source, preparation.options).run(&preparation);
}

template PreparedData<float> prepareText(const std::vector<std::string> &, const std::string &, const DataOptions &);
template PreparedData<double> prepareText(const std::vector<std::string> &, const std::string &, const DataOptions &);
template PreparedData<float> applyTextPreparation(const std::vector<std::string> &, const std::string &,
                                                  const Preparation &);
template PreparedData<double> applyTextPreparation(const std::vector<std::string> &, const std::string &,
                                                   const Preparation &);

} // namespace gatescope
