// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/session_file.h"
#include "ui/document/opening/open_run.h"

#include <QObject>

#include <functional>

namespace gatescope {

class Document;

/// The file of a document: where its run is saved, how much of it is, and what the file remembers of the screen.
class DocumentFile : public QObject {
    Q_OBJECT

public:
    explicit DocumentFile(Document &document);

    const OwnFile &own() const { return m_own; }
    void setOwn(const OwnFile &own);
    /// Empty when the run was never saved.
    const QString &path() const { return m_own.path; }
    /// The same, or a name to suggest: a recovered training says where it was saved before.
    const QString &suggestedPath() const { return m_own.path.isEmpty() ? m_own.formerly : m_own.path; }
    /// Whether weights were trained since the session was last saved.
    bool isDirty() const;

    /// What a session file remembers to be shown again: what the window says when it is asked, or what was set last.
    SessionView view() const { return m_keepView ? m_keepView() : m_view; }
    void setView(const SessionView &view) { m_view = view; }
    void setViewKeeper(std::function<SessionView()> keep) { m_keepView = std::move(keep); }

    /// What is made of data must not be written over it. @throws IoError when the path, or a link, leads to its file
    void refuseOverData(const QString &path) const;
    /// Saves the session: data reference, settings, weights, the training's full state, history and view. Waits for
    /// at most one batch. False, with a message, when it failed.
    bool save(const QString &path);

Q_SIGNALS:
    void saved(const QString &file);
    void pathChanged();

private:
    int write(const QString &path);

    Document &m_document;
    OwnFile m_own;
    SessionView m_view;
    std::function<SessionView()> m_keepView; ///< unset without a window
};

} // namespace gatescope
