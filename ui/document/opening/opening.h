// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sources/bundled_datasets.h"
#include "core/data/sources/generated_tasks.h"
#include "ui/document/opening/data_source.h"
#include "ui/document/shared/background_job.h"
#include "ui/document/shared/severity.h"

#include <filesystem>
#include <functional>

namespace gatescope {

class FileLoader;
struct ModelFile;

/// A model that was read.
struct ReadModel {
    std::shared_ptr<const ModelFile> model;
    QString path;
    bool isOwn = false; ///< written by this program: it can be saved there again
};

/// The way from a file, a bundled series, a generated task or a model to data with its windows. Files are read and the
/// windows of large tables made in the background; what is open stays as it is until dataReady() or modelReady(), also
/// on failure.
class Opening : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle,
        Reading,         ///< a file is being read
        Preparing,       ///< the windows of a large table are being made
        AsksForData,     ///< a model waits for openModelData()
        AsksAboutChange, ///< a model waits for openOnChangedData()
    };
    enum class Tell { Nothing, WhatIsOpen };

    /// @param resources  the folder with the bundled data sets
    explicit Opening(std::filesystem::path resources, QObject *parent = nullptr);
    ~Opening() override;

    State state() const;
    /// Reading or Preparing.
    bool isBusy() const { return m_loader || m_pending; }
    /// Only the latter.
    bool isPreparing() const { return m_pending != nullptr; }
    /// What is open now: models may run on it, and it can be read again. Windows under way for other ones go.
    void setOpen(const OpenData &open);
    const OpenData &open() const { return m_open; }

    enum class As { Recognised, Text };
    /// @param as  Text: its characters are read, whatever it looks like
    void openFile(const QString &path, const CsvOptions &options = {}, As as = As::Recognised);
    /// Reads the open table's file again in another way; roles stay with the columns that are still there.
    void reread(const CsvOptions &options);
    void openSource(const std::shared_ptr<const DataSource> &source, const DataOptions &options,
                    Tell tell = Tell::Nothing);
    void openBundled(const BundledDataset &dataset);
    void openGenerated(const GeneratedData &generated, const QString &title);
    /// Says where the data of an opened model is, after modelNeedsData(). An empty path: it cannot be found; the open
    /// data is taken where it has the columns.
    void openModelData(const QString &path);
    /// The answer to modelDataChanged(): whether the model is opened on the data as it is now.
    void openOnChangedData(bool goOn);
    /// Gives up what is being read or prepared.
    void cancel();
    /// Takes over a file that has been read; tells progress.
    void poll();

    /// Whether windows are better made in the background.
    static bool isLarge(const DataSource &source, const DataOptions &options);
    /// The windows of these data, or the problem that there are none. @throws ProgressGate::Cancelled
    static OpenData prepared(OpenData wanted, const Progress &progress = {});
    /// In the background, in place of what was asked for before. `then` is not called when that is cancelled.
    void prepareLater(const OpenData &wanted, const std::function<void(OpenData)> &then);
    void dropPreparation();

Q_SIGNALS:
    void dataReady(const gatescope::OpenData &data, gatescope::Opening::Tell tell);
    void modelReady(const gatescope::ReadModel &read, const gatescope::OpenData &data);
    void progress(double fraction);
    void ended();
    void cancelled();
    /// A model was opened whose data is not where it was: openModelData() is to be called.
    void modelNeedsData(const QString &model, const QString &data);
    /// A session was opened whose data is another than it was trained on: openOnChangedData() is to be called.
    void modelDataChanged(const QString &question);
    void message(gatescope::Severity severity, const QString &text, const QString &wayOut);

private:
    struct Pending;
    struct Waiting {
        ReadModel read;
        std::shared_ptr<const DataSource> changed; ///< data that is not what it was, waiting for a word
    };

    void finishReading();
    void refuseModelAsData(const QString &path);
    void takeReread(const DataSource &read);
    void openModel(const ReadModel &read);
    void openModelOn(const ReadModel &read, const std::shared_ptr<const DataSource> &source);
    void showModel(const ReadModel &read, const std::shared_ptr<const DataSource> &source);
    OpenData wantedBy(const ModelFile &model, const std::shared_ptr<const DataSource> &source) const;
    /// At once, or in the background.
    void prepare(const OpenData &wanted, const std::function<void(OpenData)> &then);

    std::filesystem::path m_resources;
    OpenData m_open;
    std::unique_ptr<FileLoader> m_loader;
    std::shared_ptr<Pending> m_pending; ///< windows being made by m_preparation
    BackgroundJob m_preparation;
    std::optional<Waiting> m_waiting;
    std::shared_ptr<const DataSource> m_rereading; ///< the source whose file is being read again
};

/// "weather.safetensors", or what a recovered training is called.
QString shownName(const ReadModel &read);

} // namespace gatescope
