// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/read_lesson.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/input_file.h"
#include "core/lesson/file/lesson_fields.h"
#include "core/lesson/file/lesson_words.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr std::size_t kMostPages = 100;
constexpr std::size_t kMostBlocks = 1000;
constexpr std::size_t kLongestLine = 8000; ///< a paragraph on one line is far shorter
constexpr std::size_t kMostNested = 12;    ///< lists and quotations within each other

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

/// The place of the first byte that is no valid UTF-8 or a control character, or npos.
std::size_t firstBadByte(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80                   ? 1
                                   : byte >= 0xC2 && byte < 0xE0 ? 2
                                   : (byte & 0xF0) == 0xE0       ? 3
                                   : byte >= 0xF0 && byte < 0xF5 ? 4
                                                                 : 0;
        if (length == 0 || i + length > text.size() || (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t'))
            return i;
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80)
                return i;
        }
        i += length;
    }
    return std::string_view::npos;
}

/// How many list and quotation marks a line begins with: each opens one level.
std::size_t nestingOf(std::string_view line)
{
    std::size_t marks = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '>'
            || ((line[i] == '-' || line[i] == '+' || line[i] == '*') && i + 1 < line.size()
                && (line[i + 1] == ' ' || line[i + 1] == '\t')))
            ++marks;
        else if (line[i] != ' ' && line[i] != '\t')
            break;
    }
    return marks;
}

/// Lines that nobody wrote by hand, and that cost a reader of Markdown more than they are worth.
std::optional<LessonProblem> unreasonableLine(std::string_view text, const std::string &file)
{
    const std::vector<std::string_view> lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].size() > kLongestLine)
            return LessonProblem{file, i + 1,
                                 "this line has " + std::to_string(lines[i].size()) + " bytes, at most "
                                     + std::to_string(kLongestLine) + " are allowed; break it into several"};
        const std::size_t indent = std::min(lines[i].find_first_not_of(" \t"), lines[i].size());
        if (nestingOf(lines[i]) > kMostNested || indent > 8 * kMostNested)
            return LessonProblem{file, i + 1,
                                 "lists and quotations lie more than " + std::to_string(kMostNested)
                                     + " deep within each other here; at most that many are allowed"};
    }
    return std::nullopt;
}

/// Walks the lines of one lesson.
class LessonReader {
public:
    LessonReader(std::string_view text, std::filesystem::path folder, const std::string &file) : m_lines(linesOf(text))
    {
        m_read.lesson.folder = std::move(folder);
        m_read.lesson.id = std::filesystem::absolute(m_read.lesson.folder).lexically_normal().filename().string();
        if (m_read.lesson.id.empty()) // a path that ends in "/"
            m_read.lesson.id = std::filesystem::absolute(m_read.lesson.folder).parent_path().filename().string();
        m_read.lesson.file = file;
        m_read.lesson.language = file == "lesson.md" ? "en" : file.substr(7, file.size() - 10);
        m_tell = [this](std::size_t line, const std::string &message) {
            m_read.problems.push_back({m_read.lesson.file, line, message});
        };
    }

    ReadLesson read()
    {
        readHead();
        while (m_next < m_lines.size() && m_blocks < kMostBlocks)
            readLine();
        endText();
        if (m_blocks >= kMostBlocks)
            m_tell(m_next, "a lesson has at most " + std::to_string(kMostBlocks) + " blocks");
        completeAfterItems();
        requireBlocks();
        return std::move(m_read);
    }

private:
    void readHead()
    {
        if (m_lines.empty() || m_lines.front() != "---") {
            m_tell(1, "a lesson begins with its head: \"---\", lines \"key: value\", \"---\"");
            return;
        }
        const auto end = std::find(m_lines.begin() + 1, m_lines.end(), "---");
        if (end == m_lines.end()) {
            m_tell(1, "the head is not closed by a line \"---\"");
            m_next = m_lines.size();
            return;
        }
        const auto count = static_cast<std::size_t>(end - m_lines.begin());
        readLessonHead(lessonFields(std::span(m_lines).subspan(1, count - 1), 2, m_tell), 1, m_read.lesson, m_tell);
        m_next = count + 1;
    }

    void readLine()
    {
        const std::string_view line = m_lines[m_next];
        if (line.starts_with("```")) {
            readFence(line);
            return;
        }
        if (line.starts_with("# ")) {
            endText();
            m_read.lesson.pages.push_back({m_next + 1, std::string(trimmed(line.substr(2))), {}});
            if (m_read.lesson.pages.size() > kMostPages) {
                m_tell(m_next + 1, "a lesson has at most " + std::to_string(kMostPages) + " pages");
                m_next = m_lines.size();
                return;
            }
        } else {
            takeText(m_next);
        }
        ++m_next;
    }

    /// A fence of ours is a block; any other one is text, as it stands.
    void readFence(std::string_view opening)
    {
        const std::string_view ticks = opening.substr(0, std::min(opening.find_first_not_of('`'), opening.size()));
        const std::string_view kind = trimmed(opening.substr(ticks.size()));
        const std::size_t first = m_next;
        std::size_t end = first + 1;
        while (end < m_lines.size() && trimmed(m_lines[end]) != ticks)
            ++end;
        if (end == m_lines.size())
            m_tell(first + 1, "the block is not closed by a line " + std::string(ticks));
        const auto inside = std::span(m_lines).subspan(first + 1, end - first - 1);
        m_next = std::min(end + 1, m_lines.size());
        if (kind == "note") {
            endText();
            std::string markdown;
            for (const std::string_view line : inside)
                markdown += std::string(line) + "\n";
            linksIn(markdown, first + 2, m_read.lesson.folder, m_tell);
            addBlock({first + 1, LessonNote{std::move(markdown)}});
        } else if (kind == "ask" || kind == "check" || kind == "promise") {
            endText();
            if (auto block = readLessonBlock(kind, first + 1, lessonFields(inside, first + 2, m_tell), m_tell))
                addBlock(std::move(*block));
        } else {
            for (std::size_t i = first; i < m_next; ++i)
                takeText(i);
        }
    }

    void takeText(std::size_t index)
    {
        const std::string_view line = m_lines[index];
        if (m_text.empty() && trimmed(line).empty())
            return;
        if (m_text.empty())
            m_textLine = index + 1;
        m_text += std::string(line) + "\n";
    }

    void endText()
    {
        if (m_text.empty())
            return;
        LessonText text{std::move(m_text), {}};
        m_text.clear();
        text.links = linksIn(text.markdown, m_textLine, m_read.lesson.folder, m_tell);
        addBlock({m_textLine, std::move(text)});
    }

    void addBlock(LessonBlock block)
    {
        ++m_blocks;
        if (m_read.lesson.pages.empty()) {
            m_tell(block.line, "a page begins with a line \"# Title\"; this stands before the first");
            m_read.lesson.pages.push_back({block.line, m_read.lesson.title, {}});
        }
        m_read.lesson.pages.back().blocks.push_back(std::move(block));
    }

    template <typename Content, typename Work>
    void each(Work work)
    {
        for (LessonPage &page : m_read.lesson.pages) {
            for (LessonBlock &block : page.blocks) {
                if (auto *content = std::get_if<Content>(&block.content))
                    work(*content, block.line);
            }
        }
    }

    /// An item asked after the lesson is the one of the same pair that was asked before it; the items come in another
    /// order, so that nobody answers by heart.
    void completeAfterItems()
    {
        std::map<std::string, LessonAsk> before;
        std::vector<std::string> order, orderAfter;
        each<LessonAsk>([&](LessonAsk &ask, std::size_t line) {
            if (ask.time == AskTime::Before && ask.pair.empty())
                m_tell(line, "an item asked before the lesson needs a \"pair: …\" that is asked after it too");
            if (ask.time != AskTime::Before || ask.pair.empty())
                return;
            if (!before.emplace(ask.pair, ask).second)
                m_tell(line, "the pair " + gatescope::quoted(ask.pair) + " is asked twice before the lesson");
            order.push_back(ask.pair);
        });
        each<LessonAsk>([&](LessonAsk &ask, std::size_t line) {
            if (ask.time != AskTime::After)
                return;
            const auto found = before.find(ask.pair);
            if (found == before.end()) {
                m_tell(line, "no item with the pair " + gatescope::quoted(ask.pair) + " is asked before the lesson");
                return;
            }
            if (!ask.question.empty())
                m_tell(line, "the item of the pair " + gatescope::quoted(ask.pair)
                                 + " is taken from before the lesson; leave out all but pair and when");
            ask = found->second;
            ask.time = AskTime::After;
            orderAfter.push_back(ask.pair);
        });
        checkOrders(order, orderAfter);
    }

    void checkOrders(const std::vector<std::string> &before, const std::vector<std::string> &after)
    {
        if (std::multiset<std::string>(before.begin(), before.end())
            != std::multiset<std::string>(after.begin(), after.end()))
            m_tell(0, "the items asked before and after the lesson are not the same");
        else if (before.size() > 1 && before == after)
            m_tell(0, "the items asked after the lesson stand in the same order as before it; change it");
    }

    void requireBlocks()
    {
        std::size_t asks = 0, checks = 0, promises = 0, links = 0;
        each<LessonAsk>([&](LessonAsk &, std::size_t) { ++asks; });
        each<LessonCheck>([&](LessonCheck &, std::size_t) { ++checks; });
        each<LessonPromise>([&](LessonPromise &, std::size_t) { ++promises; });
        each<LessonText>([&](LessonText &text, std::size_t) { links += text.links.size(); });
        for (const auto &[count, name] : {std::pair(asks, "ask"), std::pair(checks, "check"),
                                          std::pair(promises, "promise"), std::pair(links, "do-link")}) {
            if (count == 0)
                m_tell(0, std::string("a lesson has at least one ") + name);
        }
    }

    std::vector<std::string_view> m_lines;
    ReadLesson m_read;
    TellAt m_tell;
    std::size_t m_next = 0, m_blocks = 0, m_textLine = 0;
    std::string m_text;
};

} // namespace

ReadLesson parseLesson(std::string_view text, const std::filesystem::path &folder, const std::string &file)
{
    while (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (const std::size_t bad = firstBadByte(text); bad != std::string_view::npos) {
        ReadLesson read = LessonReader({}, folder, file).read();
        const auto line =
            static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(bad), '\n'));
        read.problems = {{file, line + 1, "a byte here is no text in UTF-8; save the file as UTF-8"}};
        return read;
    }
    if (const auto problem = unreasonableLine(text, file)) {
        ReadLesson read = LessonReader({}, folder, file).read();
        read.problems = {*problem};
        return read;
    }
    return LessonReader(text, folder, file).read();
}

ReadLesson readLesson(const std::filesystem::path &folder, const std::string &file)
{
    try {
        if (std::error_code ignored; std::filesystem::is_symlink(folder / file, ignored))
            throw DataError(quoted(file) + " is a link to another place; put the file itself into the lesson's folder");
        const std::vector<std::byte> bytes = readWholeFile(folder / file, kLargestLessonFile);
        return parseLesson({reinterpret_cast<const char *>(bytes.data()), bytes.size()}, folder, file);
    } catch (const Error &error) {
        ReadLesson read = LessonReader({}, folder, file).read();
        read.problems = {{file, 0, error.what()}};
        return read;
    }
}

std::vector<std::string> lessonLanguages(const std::filesystem::path &folder)
{
    std::vector<std::string> files;
    std::error_code failed;
    for (const auto &entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("lesson.") && name.ends_with(".md") && name.size() <= 20)
            files.push_back(name);
    }
    std::ranges::sort(files, [](const std::string &a, const std::string &b) {
        return std::pair(a != "lesson.md", a) < std::pair(b != "lesson.md", b);
    });
    return files;
}

} // namespace gatescope
