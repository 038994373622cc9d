// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/saving/autosave_file.h"

#include <QObject>

namespace gatescope {

class Autosave;
class Document;
class QuestionBar;

/// Offers what programs that ended unexpectedly left behind. A recovered training goes on under the autosave it came
/// from, unsaved as it was; one whose recovery twice never came to an end is set aside.
class Recovery : public QObject {
    Q_OBJECT

public:
    Recovery(Document &document, Autosave &autosave, QuestionBar &bar, QObject *parent = nullptr);

    /// Looks for autosaves that no living program holds, and asks about each, the newest first.
    void offer();

private:
    using Kept = std::vector<std::unique_ptr<AutosaveFile>>;

    void ask(std::unique_ptr<AutosaveFile> file);
    void setAside(const AutosaveFile *file);
    std::unique_ptr<AutosaveFile> take(const AutosaveFile *file);
    void recover(const AutosaveFile *file);
    void opened(const QString &path);

    Document &m_document;
    Autosave &m_autosave;
    QuestionBar &m_bar;
    Kept m_kept; ///< held, so that no other program offers them, until they are recovered, discarded, or this ends
};

} // namespace gatescope
