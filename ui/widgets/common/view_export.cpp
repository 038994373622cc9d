// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/common/view_export.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/io/files/atomic_file.h"
#include "ui/look/fitting_text.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/file_choice.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QImage>
#include <QMimeData>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

namespace {

constexpr int kMargin = 16;
constexpr int kHeading = 28;
constexpr int kCaptionGap = 12;

/// Of the title on one line; the caption stands beside it where there is room, else on a line of its own.
int titleWidth(const ViewExport &view)
{
    return QFontMetrics(themeFont(TextRole::Title)).horizontalAdvance(view.exportTitle()) + kCaptionGap;
}

bool captionBelow(const ViewExport &view, const QSize &content)
{
    return titleWidth(view) + QFontMetrics(themeFont(TextRole::Caption)).horizontalAdvance(view.exportCaption())
           > content.width();
}

int headingHeight(const ViewExport &view, const QSize &content)
{
    return kHeading + (captionBelow(view, content) ? QFontMetrics(themeFont(TextRole::Caption)).height() : 0);
}

QSize pictureSize(const ViewExport &view, const QSize &content)
{
    return {content.width() + 2 * kMargin, content.height() + headingHeight(view, content) + 2 * kMargin};
}

/// Ground, title, caption and content on a painter whose unit is one logical pixel.
void paintPicture(ViewExport &view, QCPPainter &painter, const QSize &content)
{
    const ThemeColors &colors = themeColors(view.exportWidget().palette());
    const QSize size = pictureSize(view, content);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(0, 0), size), colors.card);
    const QFont title = themeFont(TextRole::Title);
    painter.setFont(title);
    painter.setPen(colors.text);
    const QRect heading(kMargin, kMargin, content.width(), headingHeight(view, content));
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignTop, view.exportTitle());
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    const QRect rest = captionBelow(view, content) ? heading.adjusted(0, QFontMetrics(title).height() + 2, 0, 0)
                                                   : heading.adjusted(titleWidth(view), 2, 0, 0);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignTop,
                     fittingText(view.exportCaption(), painter.fontMetrics(), rest.width()));
    painter.translate(kMargin, kMargin + heading.height());
    painter.save();
    view.paintContent(painter, content);
    painter.restore();
}

QByteArray pngBytes(ViewExport &view, const QSize &content)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    viewPicture(view, content, 2.0).save(&buffer, "PNG");
    return bytes;
}

QByteArray svgBytes(ViewExport &view, const QSize &content)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(pictureSize(view, content));
    generator.setViewBox(QRect(QPoint(0, 0), pictureSize(view, content)));
    generator.setTitle(view.exportTitle());
    generator.setDescription(view.exportCaption());
    QCPPainter painter;
    painter.begin(&generator);
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
    paintPicture(view, painter, content);
    painter.end();
    return bytes;
}

QByteArray pdfBytes(ViewExport &view, const QSize &content)
{
    constexpr double kPointsAPixel = 72.0 / 96.0;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(view.exportTitle());
    writer.setCreator(QStringLiteral("GateScope"));
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(pictureSize(view, content)) * kPointsAPixel, QPageSize::Point, QString(),
                                 QPageSize::ExactMatch));
    writer.setResolution(96);
    QCPPainter painter;
    painter.begin(&writer);
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
    paintPicture(view, painter, content);
    painter.end();
    return bytes;
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    writeFileAtomically(path.toStdString(),
                        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QString stem(const ViewExport &view)
{
    return view.exportName() + QStringLiteral(".png");
}

} // namespace

QImage viewPicture(ViewExport &view, const QSize &contentSize, double scale)
{
    QImage image((QSizeF(pictureSize(view, contentSize)) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QCPPainter painter;
    painter.begin(&image);
    painter.setModes(QCPPainter::pmNoCaching);
    paintPicture(view, painter, contentSize);
    painter.end();
    return image;
}

void saveView(ViewExport &view, const QString &path)
{
    const QSize content = view.exportWidget().size().expandedTo({480, 320});
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png"))
        writeBytes(path, pngBytes(view, content));
    else if (ending == QLatin1String("svg"))
        writeBytes(path, svgBytes(view, content));
    else if (ending == QLatin1String("pdf"))
        writeBytes(path, pdfBytes(view, content));
    else if (ending == QLatin1String("csv"))
        writeBytes(path, view.csv().toUtf8());
    else
        throw OptionError({{"file", path.toStdString(), "must end in .png, .svg, .pdf or .csv",
                            "name it " + stem(view).toStdString()}});
}

void copyPicture(ViewExport &view)
{
    QApplication::clipboard()->setImage(viewPicture(view, view.exportWidget().size().expandedTo({480, 320}), 2.0));
}

void copyCsv(ViewExport &view)
{
    QApplication::clipboard()->setText(view.csv());
}

QString saveViewAs(ViewExport &view, QWidget *parent)
{
    QString path =
        fileToSave(parent, QObject::tr("Save %1").arg(view.exportTitle()), stem(view),
                   QObject::tr("Picture (*.png);;Vector picture (*.svg);;Document (*.pdf);;Numbers (*.csv)"));
    if (path.isEmpty())
        return {};
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".png");
    try {
        saveView(view, path);
    } catch (const Error &error) {
        return QString::fromStdString(error.what());
    }
    return {};
}

QString csvNumber(double value)
{
    return std::isnan(value) ? QString() : QString::fromStdString(formatNumber(value));
}

QString csvText(const QString &text)
{
    return csvName(text.toStdString());
}

} // namespace gatescope
