// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QCPPainter;
class QImage;
class QWidget;

namespace gatescope {

/// What a view implements to be saved as a picture and as a table, and copied to the clipboard.
class ViewExport {
public:
    virtual ~ViewExport() = default;

    virtual QString exportTitle() const = 0;         ///< "Loss": stands over the picture
    virtual QString exportCaption() const = 0;       ///< which epoch, step and sequence it shows
    virtual QString exportName() const = 0;          ///< "loss": the file's name without its ending
    virtual const QWidget &exportWidget() const = 0; ///< whose palette, font and size the picture takes
    /// Draws the content, axes and legend included, into (0, 0, size). The painter is a QPainter.
    virtual void paintContent(QCPPainter &painter, const QSize &size) = 0;
    /// The numbers behind the picture (RFC 4180, '.' decimal), with a header row; empty when there are none.
    virtual QString csv() const = 0;
};

/// A picture with title and caption over the content. @param scale pixels a logical pixel
QImage viewPicture(ViewExport &view, const QSize &contentSize, double scale);

/// Saves by the name's ending: png, svg, pdf or csv.
/// @throws IoError   if the file cannot be written; the old file is then whole
/// @throws OptionError for another ending, naming the four
void saveView(ViewExport &view, const QString &path);

void copyPicture(ViewExport &view);
void copyCsv(ViewExport &view);

/// Asks for a file name (PNG, SVG, PDF or CSV) and saves.
/// @return  empty when saved or cancelled, else the message to show
QString saveViewAs(ViewExport &view, QWidget *parent);

/// A number for CSV: shortest text that reads back the same, '.' decimal; empty for NaN.
QString csvNumber(double value);

/// A text as a CSV field: quoted where RFC 4180 asks for it.
QString csvText(const QString &text);

} // namespace gatescope
