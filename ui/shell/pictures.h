// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

namespace gatescope {

class Document;
class MainWindow;

struct PictureOptions {
    QString folder;           ///< made when it is not there
    std::int64_t epochs = -1; ///< to train first; −1: as many as the settings say
    QSize windowSize{1440, 900};
};

/// Trains what is open and saves the window and every view of every workspace as PNG: "window-train.png",
/// "train-loss.png" … For a machine without a display, and for documents.
/// @return the files written, or an empty list with a message on standard error when there is nothing to train
/// @throws IoError if the folder or a file cannot be written
QStringList savePictures(MainWindow &window, Document &document, const PictureOptions &options);

} // namespace gatescope
