// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/html_page.h"

#include "core/io/html/page_files.h"
#include "core/printable.h"

namespace gatescope {

std::string htmlText(std::string_view text)
{
    std::string escaped;
    for (const char c : printableLines(text)) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

HtmlPage::HtmlPage(std::string title, std::string language) : m_title(std::move(title)), m_language(std::move(language))
{
}

void HtmlPage::heading(int level, std::string_view text)
{
    const std::string number = std::to_string(level);
    m_body.append("<h").append(number).append(">").append(htmlText(text)).append("</h").append(number).append(">\n");
}

void HtmlPage::paragraph(std::string_view text, std::string_view kind)
{
    m_body.append("<p");
    if (!kind.empty())
        m_body.append(" class=\"").append(kind).append("\"");
    m_body.append(">").append(htmlText(text)).append("</p>\n");
}

void HtmlPage::list(const std::vector<std::string> &items, bool ordered)
{
    const char *tag = ordered ? "ol" : "ul";
    m_body.append("<").append(tag).append(">\n");
    for (const std::string &item : items)
        m_body.append("<li>").append(htmlText(item)).append("</li>\n");
    m_body.append("</").append(tag).append(">\n");
}

void HtmlPage::preformatted(std::string_view text)
{
    m_body.append("<pre>").append(htmlText(text)).append("</pre>\n");
}

void HtmlPage::table(const std::vector<std::vector<std::string>> &rows, std::string_view caption)
{
    m_body.append("<div class=\"scroll\"><table>\n");
    if (!caption.empty())
        m_body.append("<caption>").append(htmlText(caption)).append("</caption>\n");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        m_body.append("<tr>");
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const bool head = row == 0 || column == 0;
            m_body.append(row == 0 ? "<th scope=\"col\">" : head ? "<th scope=\"row\">" : "<td>");
            m_body.append(htmlText(rows[row][column])).append(head ? "</th>" : "</td>");
        }
        m_body.append("</tr>\n");
    }
    m_body.append("</table></div>\n");
}

void HtmlPage::data(std::string_view id, std::string_view json)
{
    m_body.append("<script type=\"application/json\" id=\"").append(id).append("\">");
    for (const char c : json) {
        if (c == '<' || c == '>' || c == '&') // inside strings only: JSON itself has none of them
            m_body.append(c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026");
        else
            m_body += c;
    }
    m_body.append("</script>\n");
}

void HtmlPage::script(std::string_view source)
{
    m_body.append("<script>\n").append(source).append("</script>\n");
}

std::string HtmlPage::text() const
{
    std::string page = "<!DOCTYPE html>\n<html lang=\"";
    page.append(m_language).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                "script-src 'unsafe-inline'; img-src data:\">\n");
    page.append("<title>").append(htmlText(m_title)).append("</title>\n<style>\n").append(pageStyle());
    page.append("</style>\n</head>\n<body>\n<main>\n").append(m_body).append("</main>\n</body>\n</html>\n");
    return page;
}

} // namespace gatescope
