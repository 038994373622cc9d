// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/opening/kept_data.h"
#include "ui/document/opening/opening.h"
#include "ui/document/shared/severity.h"

#include <QUndoStack>

#include <memory>

namespace gatescope {

class DocumentCommand;

/// The steps that can be undone. Tables that only they keep are bounded: the oldest steps are forgotten first. A step
/// back or forth whose windows are not at hand makes them again in the background before anything changes.
class UndoHistory : public QObject {
    Q_OBJECT

public:
    explicit UndoHistory(Opening &opening, QObject *parent = nullptr);
    ~UndoHistory() override;

    QUndoStack &stack() { return m_stack; }
    /// Tables besides the open one that are kept, in bytes; the newest step can always be undone.
    static constexpr std::size_t kBytes = std::size_t{256} << 20;
    void setBytes(std::size_t bytes) { m_bytes = bytes; }

    /// Performs a change and remembers it. @throws what the change throws; nothing is remembered then
    void commit(std::unique_ptr<DocumentCommand> command);
    void undo() { step(Step::Undo); }
    void redo() { step(Step::Redo); }

Q_SIGNALS:
    void message(gatescope::Severity severity, const QString &text, const QString &wayOut);

private:
    enum class Step { Undo, Redo };

    void step(Step step);
    bool leaveForgotten(Step step);
    std::shared_ptr<KeptData> dataAfter(Step step) const;
    void bound();

    Opening &m_opening;
    QUndoStack m_stack;
    std::size_t m_bytes = kBytes;
    std::shared_ptr<KeptData> m_wanted; ///< what a step waits for, while windows are being made
};

} // namespace gatescope
