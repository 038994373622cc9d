// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sources/bundled_datasets.h"
#include "core/data/sources/generated_tasks.h"
#include "core/inspect/units/gate_weights.h"
#include "core/io/model/session_file.h"
#include "core/session/run.h"
#include "ui/document/live_training.h"
#include "ui/document/opening/kept_data.h"
#include "ui/document/opening/open_run.h"
#include "ui/document/opening/opening.h"
#include "ui/document/shelf/run_shelf.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <filesystem>
#include <memory>
#include <optional>

namespace gatescope {

class DocumentCommand;

/// What is open: data, settings, one training, its file and the undo stack. Forms and menus ask it for changes; every
/// change that a user can want back goes through undoStack(), and is made of run() and show(). Views read training().
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
    /// All of it, as it is used.
    const OpenData &open() const { return m_open; }
    /// The same, kept: for work in the background.
    std::shared_ptr<const DataSource> keptSource() const { return m_open.source; }
    const Table &table() const;
    const CsvRecognition &recognition() const;
    const DataOptions &dataOptions() const { return m_open.options; }
    std::shared_ptr<const PreparedData<float>> data() const { return m_open.prepared; }
    /// Why the open table makes no windows; empty when it does.
    const QString &dataProblem() const { return m_open.problem; }
    /// Why no training may start although there is data: what a form shows cannot be used, and is not what would be
    /// trained on. Empty: it may.
    const QString &obstacle() const { return m_obstacle; }
    void setObstacle(const QString &why);
    QString title() const;

    // Training.
    /// What the forms show. Settings that need new weights may differ from those in force until the next reset.
    const Settings &settings() const { return m_settings; }
    /// What a training on other data begins with where the data bring nothing of their own: a class has its own.
    const Settings &standardSettings() const { return m_standard; }
    void setStandardSettings(const Settings &settings) { m_standard = settings; }
    /// Whether a reset would change something: settings are waiting for it.
    bool settingsWaitForReset() const;
    /// Those that the training uses: settings() but for what waits for a reset.
    Settings settingsInForce() const;
    LiveTraining &training() { return m_training; }
    const LiveTraining &training() const { return m_training; }
    /// How a file or model on its way stands.
    Opening::State opening() const { return m_opening.state(); }
    // The same as training() says, for forms and menus.
    TrainingSession *session() const { return m_training.session(); }
    std::shared_ptr<const Snapshot> snapshot() const { return m_training.snapshot(); }
    const History &history() const { return m_training.history(); }
    bool isTraining() const { return m_training.isTraining(); }

    /// The run as it stands: a value. Waits for at most one batch when something was trained. @throws Error when the
    /// training has failed
    Run run();
    /// The same with its data and its file, to be put in force again by show(). Its windows are left to the data.
    OpenRun openRun();
    /// Puts data, settings, training and file in force; windows that are not at hand any more are made again.
    /// @throws OptionError, DataError, ResourceError: nothing is changed then
    void show(const OpenRun &open);
    /// Puts settings in force: live ones at once, all while nothing was trained; the others wait for a reset.
    void choose(const Settings &settings);
    /// The runs that were trained: whatever takes the place of one, it is on the shelf.
    RunShelf &shelf() { return m_shelf; }
    const RunShelf &shelf() const { return m_shelf; }
    /// Puts the run in force on the shelf as it stands, where something of it was trained. Waits for at most one batch.
    void keepRun();
    /// The id of the run in force on the shelf; 0: not there yet.
    std::uint64_t keptId() const { return m_file.kept; }
    /// Puts a run of the shelf in force; can be undone.
    void showKept(std::uint64_t id);
    /// Takes a run off the shelf; can be undone.
    void removeKept(std::uint64_t id);
    /// Other weights in the training under way, which is in no file with them.
    void takeWeights(const std::vector<float> &parameters);
    /// A run of the present data, settings and files with a training's state.
    Run runWith(TrainerState<float> state, History history) const;

    /// The session's own file; empty when it was never saved.
    const QString &modelPath() const { return m_file.path; }
    /// The same, or a name to suggest: a recovered training says where it was saved before.
    const QString &suggestedPath() const { return m_file.path.isEmpty() ? m_file.formerly : m_file.path; }
    /// Whether weights were trained since the session was last saved.
    bool isDirty() const;
    /// What a session file remembers to be shown again: what the window says when it is asked, or what was set last.
    SessionView view() const { return m_keepView ? m_keepView() : m_view; }
    void setView(const SessionView &view) { m_view = view; }
    void setViewKeeper(std::function<SessionView()> keep) { m_keepView = std::move(keep); }
    QUndoStack &undoStack() { return m_undoStack; }
    /// Tables besides the open one that undo keeps, in bytes; the newest step can always be undone.
    static constexpr std::size_t kUndoBytes = std::size_t{256} << 20;
    void setUndoBytes(std::size_t bytes) { m_undoBytes = bytes; }
    /// As undoStack(), except that large windows which were not kept are made again in the background first:
    /// isOpening() until then. Nothing changes when that is cancelled.
    void undo() { step(UndoStep::Undo); }
    void redo() { step(UndoStep::Redo); }

    // Opening. Files are read on a thread of their own; until the end everything stays as it was, also on failure.
    void openFile(const QString &path, const CsvOptions &options = {}) { m_opening.openFile(path, options); }
    /// Reads the open table's file again in another way; roles stay with the columns that are still there.
    void reread(const CsvOptions &options) { m_opening.reread(options); }
    /// Gives up what is under way; everything stays as it was.
    void cancelOpening() { m_opening.cancel(); }
    /// A file is being read, or the windows of a large table are being made.
    bool isOpening() const { return m_opening.isBusy(); }
    /// Only the latter.
    bool isPreparing() const { return m_opening.isPreparing(); }
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
    void openModelData(const QString &path) { m_opening.openModelData(path); }
    /// The answer to modelDataChanged(): whether the model is opened on the data as it is now.
    void openOnChangedData(bool goOn) { m_opening.openOnChangedData(goOn); }
    /// What is made of data must not be written over it. @throws IoError when the path, or a link, leads to its file
    void refuseOverData(const QString &path) const;
    /// Saves the session: data reference, settings, weights, the training's full state, history and view. Waits for
    /// at most one batch. False, with a message, when it failed.
    bool saveModel(const QString &path);

    // Transport.
    void start();
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
    /// Puts a value in place of one weight; the training goes on from there with its moments and history. Can be
    /// undone. @pre something was trained: until then every change of a setting draws the weights anew
    void keepWeight(const WeightPlace &place, float value, const QString &what);
    /// Shows a sentence in the message bar.
    void showMessage(Severity severity, const QString &text, const QString &wayOut = {});
    /// Drains both channels now, and takes over what was read, as the timer does: for tests and pictures.
    void poll();

Q_SIGNALS:
    void tableChanged();
    void dataChanged();
    void settingsChanged();
    // As training() says, for forms and menus.
    void sessionReset();
    void snapshotChanged(std::shared_ptr<const gatescope::Snapshot> snapshot);
    void historyAppended(const gatescope::HistoryBlock &block);
    void openingProgress(double fraction);
    void openingEnded();
    /// What was opened has no windows before something is chosen in Data.
    void dataAsks();
    /// The windows that setDataOptions() went for in the background cannot be made.
    void optionsRefused(const std::vector<gatescope::Problem> &problems);
    void preparationCancelled();
    void obstacleChanged();
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
    enum class UndoStep { Undo, Redo };

    void connectParts();
    void takeData(const OpenData &next, Opening::Tell tell);
    void takeModel(const ReadModel &read, const OpenData &next);
    void tellWhatIsOpen();
    void tellOpened(const ModelFile &model, const QString &name, bool onOtherData);
    std::vector<Problem> takeOptions(const OpenData &next);
    void step(UndoStep step);
    std::shared_ptr<KeptData> keptFor(UndoStep step) const;
    void setFile(const OwnFile &file);
    void measureOpponents();
    void commit(std::unique_ptr<DocumentCommand> command);
    /// Forgets the oldest steps while the tables that undo keeps are larger than allowed.
    void boundUndo();

    std::filesystem::path m_resources;
    OpenData m_open;
    std::shared_ptr<KeptData> m_keptOpen; ///< m_open as undo remembers it
    Settings m_settings;
    OwnFile m_file;
    QString m_obstacle;
    SessionView m_view;
    Settings m_standard;
    std::function<SessionView()> m_keepView; ///< unset without a window
    LiveTraining m_training;
    RunShelf m_shelf;
    Opening m_opening;
    QUndoStack m_undoStack;
    std::size_t m_undoBytes = kUndoBytes;
    KeptWindows m_keptWindows;
    std::shared_ptr<KeptData> m_undone; ///< what an undo or redo waits for, while windows are being made
};

} // namespace gatescope
