// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/common/page_file.h"

#include "core/error.h"
#include "core/io/files/atomic_file.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace gatescope {

namespace {

constexpr double kChartSharpness = 3.0; ///< pixels a pixel of the page
constexpr int kPageDpi = 96;

/// What a text document does not read goes; charts become pictures, which it does.
void fill(QTextDocument &document, const std::string &html, int width)
{
    QString text = QString::fromStdString(html);
    static const QRegularExpression kAside(QStringLiteral("<(style|script)\\b.*?</\\1>"),
                                           QRegularExpression::DotMatchesEverythingOption
                                               | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kChart(QStringLiteral("<svg\\b.*?</svg>"),
                                           QRegularExpression::DotMatchesEverythingOption);
    text.remove(kAside);
    int count = 0;
    for (QRegularExpressionMatch chart = kChart.match(text); chart.hasMatch(); chart = kChart.match(text)) {
        QSvgRenderer renderer(chart.captured().toUtf8());
        const QSizeF size = renderer.viewBoxF().size().scaled(width, 4.0 * width, Qt::KeepAspectRatio);
        QImage image((size * kChartSharpness).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        const QString name = QStringLiteral("chart:%1").arg(count++);
        document.addResource(QTextDocument::ImageResource, QUrl(name), image);
        text.replace(chart.capturedStart(), chart.capturedLength(),
                     QStringLiteral("<p><img src=\"%1\" width=\"%2\" height=\"%3\"></p>")
                         .arg(name)
                         .arg(size.width(), 0, 'f', 0)
                         .arg(size.height(), 0, 'f', 0));
    }
    // A text document knows no figures, and would set a chart into the line of the heading above it.
    text.replace(QLatin1String("<figure>"), QLatin1String("<div>"))
        .replace(QLatin1String("</figure>"), QLatin1String("</div>"))
        .replace(QLatin1String("<figcaption>"), QLatin1String("<p class=\"caption\">"))
        .replace(QLatin1String("</figcaption>"), QLatin1String("</p>"))
        .replace(QLatin1String("<th scope=\"row\">"), QLatin1String("<th align=\"left\">"));
    document.setDefaultStyleSheet(QStringLiteral(
        "body { color: #1f2937; } h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 14px; }"
        "th, td { padding: 2px 6px; text-align: right; } pre { background: #f4f6f9; white-space: pre-wrap; }"
        ".caption, caption { color: #5b6472; }"));
    document.setHtml(text);
}

QByteArray pdfOf(const std::string &html)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("GateScope"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
    writer.setResolution(kPageDpi);
    QTextDocument document;
    document.setDocumentMargin(0);
    QFont font(QStringLiteral("sans-serif"));
    font.setPointSizeF(9);
    document.setDefaultFont(font);
    document.setPageSize(QSizeF(writer.width(), writer.height()));
    fill(document, html, writer.width());
    document.print(&writer);
    return bytes;
}

} // namespace

void savePage(const std::string &html, const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("html")) {
        writeFileAtomically(path.toStdString(), html);
    } else if (ending == QLatin1String("pdf")) {
        const QByteArray bytes = pdfOf(html);
        writeFileAtomically(path.toStdString(),
                            std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    } else {
        throw OptionError({{"file", path.toStdString(), "must end in .html or .pdf", "name it report.html"}});
    }
}

} // namespace gatescope
