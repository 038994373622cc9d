// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// Foreign text as HTML shows it: & < > " ' escaped, so that a column called <script> stays text, and what a terminal
/// or a reader's eye would obey escaped as printable() does.
std::string htmlText(std::string_view text);

/// One self-contained page: no request goes out of it, which its own Content-Security-Policy enforces. The only place
/// that writes HTML; hand-out and report are made with it.
///
/// Everything takes plain text and escapes it, but markup(), which is for what the program made itself.
class HtmlPage {
public:
    /// @param language  of the words: "en"
    explicit HtmlPage(std::string title, std::string language = "en");

    void heading(int level, std::string_view text);
    void paragraph(std::string_view text, std::string_view kind = {}); ///< kind: a class of page.css
    void list(const std::vector<std::string> &items, bool ordered = false);
    void preformatted(std::string_view text);
    /// The first row is the header, the first column names its row.
    void table(const std::vector<std::vector<std::string>> &rows, std::string_view caption = {});
    void markup(std::string_view html) { m_body.append(html).append("\n"); }
    /// JSON that a script of the page reads by its id; "</script>" inside it ends nothing.
    void data(std::string_view id, std::string_view json);
    /// A script of the program's own.
    void script(std::string_view source);

    std::string text() const;

private:
    std::string m_title, m_language, m_body;
};

} // namespace gatescope
