// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/background_job.h"

#include <QString>

#include <functional>
#include <string>

namespace gatescope {

class Document;

/// Makes a page in the background and writes it as .html or .pdf; a message of the document says that it is there, or
/// what went wrong.
class PageJob : public QObject {
    Q_OBJECT

public:
    explicit PageJob(Document &document, QObject *parent = nullptr);

    /// Takes the place of a page under way. Nothing is written over the open data, or where `make` throws.
    /// @param make  the page, on a thread of its own: what it needs must be its own
    void write(const QString &path, std::function<std::string()> make);
    bool isRunning() const { return m_job.isRunning(); }

private:
    Document &m_document;
    BackgroundJob m_job;
};

} // namespace gatescope
