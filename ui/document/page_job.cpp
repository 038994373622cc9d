// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/page_job.h"

#include "core/error.h"
#include "ui/document/document.h"
#include "ui/widgets/common/page_file.h"

#include <QFileInfo>

#include <memory>

namespace gatescope {

PageJob::PageJob(Document &document, QObject *parent) : QObject(parent), m_document(document) {}

void PageJob::write(const QString &path, std::function<std::string()> make)
{
    try {
        m_document.file().refuseOverData(path);
    } catch (const Error &error) {
        m_document.showMessage(Severity::Error, QString::fromStdString(error.what()));
        return;
    }
    auto page = std::make_shared<std::string>();
    const auto work = [page, make = std::move(make)](const std::stop_token &) { *page = make(); };
    m_job.start(work, [this, page, path](const QString &error) {
        try {
            if (!error.isEmpty())
                throw DataError(error.toStdString());
            savePage(*page, path);
            m_document.showMessage(Severity::Info, tr("The report is saved in %1.").arg(QFileInfo(path).fileName()));
        } catch (const Error &failure) {
            m_document.showMessage(Severity::Error, QString::fromStdString(failure.what()));
        }
    });
}

} // namespace gatescope
