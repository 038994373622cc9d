// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/csv_reader.h"
#include "core/data/sources/bundled_datasets.h"
#include "core/data/sources/generated_tasks.h"
#include "core/io/model/session_record.h"
#include "core/session/history.h"
#include "core/session/training_session.h"
#include "ui/document/kept_data.h"
#include "ui/document/shared/background_job.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace gatescope {

class DocumentCommand;
class FileLoader;
struct ModelFile;

enum class Severity { Info, Warning, Error };
/// Which weights a file gets: those of this moment, or those of the best epoch.
enum class ModelWeights { Current, Best };

/// A table and where it came from. Immutable and shared: undo keeps earlier ones.
struct DataSource {
    QString title; ///< "hourly temperature": window title and captions
    QString path;  ///< empty for bundled and generated data that no file of the user's stands for
    Table table;   ///< empty for a tensor file
    std::optional<SequenceTensors<float>> tensors; ///< x and y of a tensor file, instead of the table
    CsvOptions csvOptions;                         ///< what the user overruled
    CsvRecognition recognition;                    ///< what was recognised
    /// Bytes held by its cells or sequences.
    std::size_t byteSize() const;
    QString file; ///< what the table was read from, bundled files too: it can be read again; empty for what was made
    DataReference reference{}; ///< how a session finds it again
};

/// What is open: data, settings, training and history. Workspaces read it and ask it for changes; every change that a
/// user can want back goes through undoStack(). One timer drains the training's two channels (snapshot and history).
///
/// Nothing here waits for a training batch except reset, a change of data and saving, which wait for at most one.
class Document : public QObject {
    Q_OBJECT

public:
    /// @param resources  the folder with the bundled data sets
    explicit Document(std::filesystem::path resources, QObject *parent = nullptr);
    ~Document() override;

    const std::filesystem::path &resources() const { return m_resources; }

    // Data. All may be null or empty: views survive that.
    const DataSource *source() const { return m_open.source.get(); }
    const Table &table() const;
    const CsvRecognition &recognition() const;
    const DataOptions &dataOptions() const { return m_open.options; }
    std::shared_ptr<const PreparedData<float>> data() const { return m_open.prepared; }
    /// Why the open table makes no windows; empty when it does.
    const QString &dataProblem() const { return m_open.problem; }
    QString title() const;

    // Training.
    /// What the forms show. Settings that need new weights may differ from those in force until the next reset.
    const Settings &settings() const { return m_settings; }
    /// Whether a reset would change something: settings are waiting for it.
    bool settingsWaitForReset() const;
    /// Those that the training uses: settings() but for what waits for a reset.
    Settings settingsInForce() const;
    /// Null without usable data. Commands that only the transport bar gives may go straight to it.
    TrainingSession *session() const { return m_session.get(); }
    /// The newest one; null without a session.
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    const History &history() const { return m_history; }
    bool isTraining() const { return m_snapshot && m_snapshot->state == SessionState::Running; }
    /// Loss of the naive forecast (the last value again) on the validation part, else on the training part.
    std::optional<double> persistenceLoss() const { return m_persistenceLoss; }

    /// The session's own file; empty when it was never saved.
    const QString &modelPath() const { return m_file.path; }
    /// The same, or a name to suggest: a recovered training says where it was saved before.
    const QString &suggestedPath() const { return m_file.path.isEmpty() ? m_file.formerly : m_file.path; }
    /// Whether weights were trained since the session was last saved.
    bool isDirty() const;
    /// What a session file remembers to be shown again. The window says what is looked at.
    const SessionView &view() const { return m_view; }
    void setView(const SessionView &view) { m_view = view; }
    QUndoStack &undoStack() { return m_undoStack; }
    /// Tables besides the open one that undo keeps, in bytes; the newest step can always be undone.
    static constexpr std::size_t kUndoBytes = std::size_t{256} << 20;
    void setUndoBytes(std::size_t bytes) { m_undoBytes = bytes; }
    /// As undoStack(), except that large windows which were not kept are made again in the background first:
    /// isOpening() until then. Nothing changes when that is cancelled.
    void undo() { step(UndoStep::Undo); }
    void redo() { step(UndoStep::Redo); }

    // Opening. Files are read on a thread of their own; until the end everything stays as it was, also on failure.
    void openFile(const QString &path, const CsvOptions &options = {});
    /// Reads the open table's file again in another way; roles stay with the columns that are still there.
    void reread(const CsvOptions &options);
    /// Gives up what is under way; everything stays as it was.
    void cancelOpening();
    /// A file is being read, or the windows of a large table are being made.
    bool isOpening() const { return m_loader || m_pending; }
    /// Only the latter.
    bool isPreparing() const { return m_pending != nullptr; }
    void openBundled(const BundledDataset &dataset);
    void openGenerated(const GeneratedData &generated, const QString &title);
    /// Opens the first bundled data set at once: what the program starts with.
    void openDefault();

    // Changes; each can be undone.
    /// Makes windows with other options; a training under way is replaced (undo brings it back). Those of a large table
    /// are made in the background, in place of what was asked for before: isOpening() until then.
    /// @return problems found, each with its field; empty when the change was made, or is being made
    std::vector<Problem> setDataOptions(const DataOptions &options);
    /// Live settings act at once; the others at the next reset, or at once while nothing is trained yet.
    /// @return problems found; empty when the change was made
    std::vector<Problem> setSettings(const Settings &settings, const QString &what = {});
    /// The same initial weights again, or the next seed's; settings that were waiting take effect.
    void newTraining(ResetWeights weights);

    /// The model as a file holds it, without the training's state. Waits for at most one batch.
    /// @throws DataError when there is no model, or no best weights yet
    ModelFile modelFile(ModelWeights weights) const;
    /// Says where the data of an opened model is, after modelNeedsData(). An empty path: it cannot be found; the open
    /// data is taken where it has the columns.
    void openModelData(const QString &path);
    /// The answer to modelDataChanged(): whether the model is opened on the data as it is now.
    void openOnChangedData(bool goOn);
    /// What is made of data must not be written over it. @throws IoError when the path, or a link, leads to its file
    void refuseOverData(const QString &path) const;
    /// Saves the session: data reference, settings, weights, the training's full state, history and view. Waits for
    /// at most one batch. False, with a message, when it failed.
    bool saveModel(const QString &path);

    // Transport.
    void run();
    void pause();
    void toggleRun();
    void stepBatch();
    void stepEpoch();
    void stepPhase();
    /// Pauses, and says where the training stands.
    void stop();
    void resetToSameWeights() { newTraining(ResetWeights::Same); }
    void resetToNewWeights() { newTraining(ResetWeights::New); }
    /// Puts the best epoch's weights in place of the present ones; can be undone.
    void useBestWeights();
    /// Seconds between batches (slow motion), also for trainings to come; 0 is full speed.
    void setDelay(double seconds);
    void setProbe(std::int64_t sequence);

    /// Pauses, and waits for the batch under way: afterwards snapshot() and history() are complete.
    void pauseAndWait();

    /// Shows a sentence in the message bar.
    void showMessage(Severity severity, const QString &text, const QString &wayOut = {});
    /// Drains both channels now, as the timer does: for tests and pictures.
    void poll();
    /// The same without ending an opening that is under way.
    void drain();

Q_SIGNALS:
    void tableChanged();
    void dataChanged();
    void settingsChanged();
    /// A new session or new weights: views drop what they cached.
    void sessionReset();
    void snapshotChanged(std::shared_ptr<const gatescope::Snapshot> snapshot);
    void historyAppended(const gatescope::HistoryBlock &block);
    void openingProgress(double fraction);
    void openingEnded();
    /// The windows that setDataOptions() went for in the background cannot be made.
    void optionsRefused(const std::vector<gatescope::Problem> &problems);
    void preparationCancelled();
    /// A model was opened whose data is not where it was: openModelData() is to be called.
    void modelNeedsData(const QString &model, const QString &data);
    /// A session was opened whose data is another than it was trained on: openOnChangedData() is to be called.
    void modelDataChanged(const QString &question);
    /// @param file  what was read, which need not be modelPath(): an autosave, or weights from elsewhere
    void modelOpened(const QString &file, const gatescope::SessionView &view);
    void modelSaved(const QString &file);
    void modelPathChanged();
    void message(gatescope::Severity severity, const QString &text, const QString &wayOut);

private:
    friend class DocumentCommand;
    friend class DataChange;
    friend class DataCommand;
    friend class SettingsCommand;
    friend class ResetCommand;
    friend class ModelCommand;
    friend class WeightsCommand;

    /// The file a training belongs to, and what of it is saved there.
    struct OwnFile {
        QString path;               ///< empty: never saved
        std::int64_t savedStep = 0; ///< −1: these weights are in no file
        QString formerly{};         ///< of a recovered training: where it was saved once
    };
    /// A training as it stood, for undo.
    struct Kept {
        Settings settings;                        ///< as the forms show them
        std::optional<Settings> inForce;          ///< where others wait for a reset
        std::optional<TrainerState<float>> state; ///< unset when nothing was trained
        History history;
        OwnFile file;
    };
    /// A model that was read; it may wait until its data is read or asked for.
    struct ReadModel {
        std::shared_ptr<const ModelFile> model;
        QString path;
        bool isOwn = false;                          ///< written by this program: it can be saved there again
        std::shared_ptr<const DataSource> changed{}; ///< data that is not what it was, waiting for a word
    };

    struct Pending;
    enum class UndoStep { Undo, Redo };

    /// How often snapshots are looked for, in milliseconds.
    static int pollInterval(double secondsPerBatch);
    void open(const std::shared_ptr<const DataSource> &source, const DataOptions &options,
              const std::function<void()> &opened = {});
    void prepareLater(const OpenData &wanted, const std::function<void(OpenData)> &then);
    void step(UndoStep step);
    std::shared_ptr<KeptData> keptFor(UndoStep step) const;
    /// At once, or in the background.
    void prepareFor(const OpenData &wanted, const std::function<void(OpenData)> &then);
    void dropPreparation();
    void tellPreparation();
    std::vector<Problem> takeOptions(OpenData next);
    void tellWhatIsOpen();
    void openTable(const std::shared_ptr<const DataSource> &source, const DataOptions &options);
    static QString shownName(const ReadModel &read);
    void openModel(ReadModel read);
    void openModelOn(ReadModel read, std::shared_ptr<const DataSource> source);
    void showModel(const ReadModel &read, const std::shared_ptr<const DataSource> &source);
    void tellOpened(const ModelFile &model, const QString &name, bool onOtherData);
    OpenData wantedBy(const ModelFile &model, const std::shared_ptr<const DataSource> &source) const;
    void takeModel(const ReadModel &read, OpenData next);
    void takeReread(const DataSource &read);
    void finishOpening();
    void refuseModelAsData(const QString &path);
    void setFile(const OwnFile &file);
    static OpenData prepared(OpenData wanted, const Progress &progress = {});
    Settings settingsFor(const OpenData &open, Settings settings) const;
    std::unique_ptr<TrainingSession> makeSession(const OpenData &open, const Settings &settings) const;
    Kept keep();
    void commit(std::unique_ptr<DocumentCommand> command);
    /// Forgets the oldest steps while the tables that undo keeps are larger than allowed.
    void boundUndo();
    /// Puts data, settings and training in force. @throws what makeSession throws, with nothing changed
    void apply(const OpenData &open, const Kept &kept);
    void applySettings(const Settings &settings);
    void takeSnapshot();
    void reportOutcome(const Snapshot &before, const Snapshot &now);
    void updatePersistence();

    std::filesystem::path m_resources;
    OpenData m_open;
    Settings m_settings;
    std::unique_ptr<TrainingSession> m_session;
    std::shared_ptr<const Snapshot> m_snapshot;
    History m_history;
    std::optional<double> m_persistenceLoss;
    double m_delay = 0.0;
    std::int64_t m_probe = 0;
    OwnFile m_file;
    SessionView m_view;
    QUndoStack m_undoStack;
    std::size_t m_undoBytes = kUndoBytes;
    KeptWindows m_keptWindows;
    std::shared_ptr<KeptData> m_keptOpen; ///< m_open as undo remembers it
    QTimer m_timer;
    std::unique_ptr<FileLoader> m_loader;
    std::shared_ptr<Pending> m_pending; ///< windows being made by m_preparation
    BackgroundJob m_preparation;
    std::optional<ReadModel> m_waiting;
    std::shared_ptr<const DataSource> m_rereading; ///< the source whose file is being read again
};

} // namespace gatescope
