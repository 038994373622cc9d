// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pictures.h"

#include "core/error.h"
#include "core/io/files/atomic_file.h"
#include "ui/document/document.h"
#include "ui/document/shared/workspace.h"
#include "ui/shell/bars/message_bar.h"
#include "ui/shell/bars/notices.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/common/view_export.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QEventLoop>

namespace gatescope {

namespace {

constexpr QSize kViewSize(640, 400);

/// Lets the document's timer and queued repaints do their work until the training stands still.
void train(Document &document)
{
    QEventLoop loop;
    QObject::connect(&document.training(), &LiveTraining::snapshotChanged, &loop,
                     [&loop](const std::shared_ptr<const Snapshot> &snapshot) {
                         if (snapshot && snapshot->state != SessionState::Running
                             && snapshot->state != SessionState::Ready)
                             loop.quit();
                     });
    document.training().start();
    loop.exec();
    document.poll();
    QApplication::processEvents();
}

void settle(const Workspace &workspace)
{
    do {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    } while (!workspace.isSettled());
    QApplication::processEvents();
}

QString saved(const QDir &folder, const QString &name, const QImage &picture)
{
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG"))
        throw ResourceError(quoted(path.toStdString()) + " could not be drawn; choose a smaller size");
    writeFileAtomically(path.toStdString(),
                        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return path;
}

} // namespace

QStringList savePictures(MainWindow &window, Document &document, const PictureOptions &options)
{
    QDir folder(options.folder);
    if (!folder.mkpath(QStringLiteral(".")))
        throw IoError(quoted(options.folder.toStdString()) + " could not be made; choose another folder");
    if (!document.training().session()) {
        qWarning("error: there is no data to train on");
        return {};
    }
    if (options.epochs >= 0) {
        Settings settings = document.settings();
        settings.training.epochs = std::max<std::int64_t>(options.epochs, 1);
        document.setSettings(settings);
    }
    window.resize(options.windowSize);
    window.show();
    if (options.epochs != 0)
        train(document);
    QStringList files;
    for (Workspace *workspace : window.workspaces()) {
        const QString id = workspace->info().id;
        window.showWorkspace(id);
        settle(*workspace);
        for (ViewExport *view : workspace->exports())
            files << saved(folder, id + QLatin1Char('-') + view->exportName(), viewPicture(*view, kViewSize, 2.0));
        QApplication::processEvents();
        window.findChild<Notices *>()->messages().clear(); // a picture shows the page, not the news
        files << saved(folder, QStringLiteral("window-") + id, window.grab().toImage());
    }
    return files;
}

} // namespace gatescope
