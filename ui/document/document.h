// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/units/gate_weights.h"
#include "core/io/model/session_file.h"
#include "core/session/run.h"
#include "ui/document/document_file.h"
#include "ui/document/live_training.h"
#include "ui/document/opening/kept_data.h"
#include "ui/document/opening/open_run.h"
#include "ui/document/opening/opening.h"
#include "ui/document/shelf/run_shelf.h"
#include "ui/document/undo_history.h"

#include <filesystem>
#include <memory>

namespace gatescope {

/// What is open: data, settings, one training, its file and the undo history. Forms and menus ask it for changes; every
/// change that a user can want back can be undone, and is made of run() and show(). Views read training().
///
/// Nothing here waits for a training batch except reset, a change of data and saving, which wait for at most one.
class Document : public QObject {
    Q_OBJECT

public:
    /// @param resources  the folder with the bundled data sets
    explicit Document(std::filesystem::path resources, QObject *parent = nullptr);

    const std::filesystem::path &resources() const { return m_resources; }

    // Its parts.
    LiveTraining &training() { return m_training; }
    const LiveTraining &training() const { return m_training; }
    /// The way of files to data and models; until its end everything stays as it was, also on failure.
    Opening &opening() { return m_opening; }
    /// The runs that were trained: whatever takes the place of one, it is on the shelf.
    RunShelf &shelf() { return m_shelf; }
    const RunShelf &shelf() const { return m_shelf; }
    DocumentFile &file() { return m_file; }
    const DocumentFile &file() const { return m_file; }
    UndoHistory &undoHistory() { return m_undoHistory; }
    QUndoStack &undoStack() { return m_undoHistory.stack(); }

    // Data. All may be null or empty: views survive that.
    const OpenData &open() const { return m_open; }
    const DataSource *source() const { return m_open.source.get(); }
    const Table &table() const { return m_open.table(); }
    const CsvRecognition &recognition() const;
    const DataOptions &dataOptions() const { return m_open.options; }
    std::shared_ptr<const PreparedData<float>> data() const { return m_open.prepared; }
    /// Why the open table makes no windows; empty when it does.
    const QString &dataProblem() const { return m_open.problem; }
    /// What is open by name.
    QString title() const { return m_open.title(); }
    /// Why no training may start although there is data: what a form shows cannot be used, and is not what would be
    /// trained on. Empty: it may.
    const QString &obstacle() const { return m_obstacle; }
    void setObstacle(const QString &why);
    /// The first bundled data set, at once and not to be undone: what the program starts with.
    void openDefault();
    /// Makes windows with other options; a training under way is replaced. Those of a large table are made in the
    /// background, in place of what was asked for before: Opening::isBusy() until then.
    /// @return problems found, each with its field; empty when the change was made, or is being made
    std::vector<Problem> setDataOptions(const DataOptions &options);

    // Settings.
    /// What the forms show. Those that need new weights may differ from those in force until the next reset.
    const Settings &settings() const { return m_settings; }
    /// Those that the training uses.
    Settings settingsInForce() const;
    /// Whether a reset would change something.
    bool settingsWaitForReset() const { return settingsInForce() != m_settings; }
    /// What a training on other data begins with where the data bring nothing of their own: a class has its own.
    const Settings &standardSettings() const { return m_standard; }
    void setStandardSettings(const Settings &settings) { m_standard = settings; }
    /// Live settings act at once; the others at the next reset, or at once while nothing is trained yet.
    /// @return problems found; empty when the change was made
    std::vector<Problem> setSettings(const Settings &settings, const QString &what = {});

    // Weights.
    /// The same initial weights again, or the next seed's; settings that were waiting take effect.
    void newTraining(ResetWeights weights);
    void resetToSameWeights() { newTraining(ResetWeights::Same); }
    void resetToNewWeights() { newTraining(ResetWeights::New); }
    /// Puts the best epoch's weights in place of the present ones.
    void useBestWeights();
    /// Puts a value in place of one weight; the training goes on from there with its moments and history.
    /// @pre something was trained: until then every change of a setting draws the weights anew
    void keepWeight(const WeightPlace &place, float value, const QString &what);
    /// The model as a file holds it, without the training's state. Waits for at most one batch.
    /// @throws DataError when there is no model, or no best weights yet
    ModelFile modelFile(ModelWeights weights) const;

    // Runs.
    /// Puts the run in force on the shelf as it stands, where something of it was trained. Waits for at most one batch.
    void keepRun();
    /// The id of the run in force on the shelf; 0: not there yet.
    std::uint64_t keptId() const { return m_file.own().kept; }
    /// Puts a run of the shelf in force.
    void showKept(std::uint64_t id);
    /// Takes a run off the shelf.
    void removeKept(std::uint64_t id);

    // What commands are made of; nothing of it is remembered for undo.
    /// The run as it stands: a value. Waits for at most one batch when something was trained. @throws Error when the
    /// training has failed
    Run run();
    /// The same with its data and its file, to be put in force again by show(). Its windows are left to the data.
    OpenRun openRun();
    /// A run of the present data, settings and files with a training's state.
    Run runWith(TrainerState<float> state, History history) const;
    /// Puts data, settings, training and file in force; windows that are not at hand any more are made again.
    /// @throws OptionError, DataError, ResourceError: nothing is changed then
    void show(const OpenRun &open);
    /// Puts settings in force: live ones at once, all while nothing was trained; the others wait for a reset.
    void choose(const Settings &settings);
    /// Other weights in the training under way, which is in no file with them.
    void takeWeights(const std::vector<float> &parameters);

    /// Shows a sentence in the message bar.
    void showMessage(Severity severity, const QString &text, const QString &wayOut = {});
    /// Takes over what was read and trained, as the timer does: for tests and pictures.
    void poll();

Q_SIGNALS:
    void tableChanged();
    void dataChanged();
    void settingsChanged();
    /// What was opened has no windows before something is chosen in Data.
    void dataAsks();
    /// The windows that setDataOptions() went for in the background cannot be made.
    void optionsRefused(const std::vector<gatescope::Problem> &problems);
    void obstacleChanged();
    /// @param file  what was read, which need not be file().path(): an autosave, or weights from elsewhere
    void modelOpened(const QString &file, const gatescope::SessionView &view);
    void message(gatescope::Severity severity, const QString &text, const QString &wayOut);

private:
    void takeData(const OpenData &next, Opening::Tell tell);
    void takeModel(const ReadModel &read, const OpenData &next);
    void tellWhatIsOpen();
    void tellOpened(const ModelFile &model, const QString &name, bool onOtherData);
    std::vector<Problem> takeOptions(const OpenData &next);
    void measureOpponents();

    std::filesystem::path m_resources;
    OpenData m_open;
    std::shared_ptr<KeptData> m_keptOpen; ///< m_open as undo remembers it
    Settings m_settings, m_standard;
    QString m_obstacle;
    LiveTraining m_training;
    RunShelf m_shelf;
    DocumentFile m_file;
    Opening m_opening;
    UndoHistory m_undoHistory;
    KeptWindows m_keptWindows;
};

} // namespace gatescope
