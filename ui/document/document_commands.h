// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QUndoCommand>

namespace gatescope {

/// A change of the document that can be undone. perform() does it for the first time and may throw, with nothing
/// changed; pushing the command then does nothing more. An undo or redo that fails says so in the message bar.
class DocumentCommand : public QUndoCommand {
public:
    DocumentCommand(Document &document, const QString &text) : QUndoCommand(text), m_document(document) {}

    void perform();
    void undo() final;
    void redo() final;

    /// The data that an undo or a redo puts in force; null when it stays.
    virtual std::shared_ptr<KeptData> dataBefore() const { return nullptr; }
    virtual std::shared_ptr<KeptData> dataAfter() const { return nullptr; }

    /// Lets go of all it remembers: it can be neither undone nor redone any more.
    void forget();

protected:
    virtual void forward() = 0;
    virtual void back() = 0;
    virtual void letGo() {}

    Document &m_document;

private:
    bool m_performed = false;
};

/// Another run than before: other data, other weights or a new beginning. Undo brings the earlier one back, weights and
/// history included; windows that are not at hand any more are made again.
class RunCommand : public DocumentCommand {
public:
    std::shared_ptr<KeptData> dataBefore() const override { return m_before.data; }
    std::shared_ptr<KeptData> dataAfter() const override { return m_after.data; }

protected:
    /// What follows is as it is now, until the command says otherwise.
    RunCommand(Document &document, const QString &text);
    void forward() override;
    void back() override;
    void letGo() override { m_before = m_after = {}; }

    OpenRun m_before, m_after;
};

/// A change of data by the user.
class DataCommand : public RunCommand {
public:
    DataCommand(Document &document, const OpenData &after, const QString &text);

protected:
    void back() override;
};

/// A model from a file in place of the present one, on the data that it asks for.
class ModelCommand : public RunCommand {
public:
    ModelCommand(Document &document, const OpenData &after, const ModelFile &model, const OwnFile &file,
                 const QString &text);

protected:
    void forward() override;
    void back() override;

private:
    std::vector<float> m_parameters; ///< of a file without a training state
};

/// A run of the shelf in place of the present one.
class ShowRunCommand : public RunCommand {
public:
    ShowRunCommand(Document &document, const OpenRun &open, const QString &text);

protected:
    void back() override;
};

/// A run less on the shelf.
class RemoveRunCommand : public DocumentCommand {
public:
    RemoveRunCommand(Document &document, std::uint64_t id, const QString &text);

protected:
    void forward() override;
    void back() override;
    void letGo() override { m_taken.reset(); }

private:
    std::uint64_t m_id;
    std::optional<KeptRun> m_taken;
};

/// New weights. Undo brings the cleared run back.
class ResetCommand : public RunCommand {
public:
    ResetCommand(Document &document, const Settings &after, const QString &text);
};

/// One weight with another value, from which the training goes on.
class SetWeightCommand : public RunCommand {
public:
    /// @pre the run has a state
    SetWeightCommand(Document &document, const WeightPlace &place, float value, const QString &text);

protected:
    void back() override;
};

/// Other weights in the training under way.
class WeightsCommand : public DocumentCommand {
public:
    WeightsCommand(Document &document, std::vector<float> parameters, const QString &text);

protected:
    void forward() override;
    void back() override;
    void letGo() override { m_before = {}; }

private:
    OpenRun m_before;
    std::vector<float> m_parameters;
};

/// A changed setting; steps of one field that follow each other are one undo.
class SettingsCommand : public DocumentCommand {
public:
    SettingsCommand(Document &document, const Settings &after, const QString &text);
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

protected:
    void forward() override;
    void back() override;

private:
    Settings m_before, m_after;
};

} // namespace gatescope
