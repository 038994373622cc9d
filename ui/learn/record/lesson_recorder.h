// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/record/recording.h"
#include "ui/document/document.h"

#include <QTimer>

namespace gatescope {

class Actions;

/// A training that a recorded lesson opens: what was open when the recording began, or came up on its way.
struct RecordedStart {
    std::string name; ///< in open=…; empty: the lesson's own start
    std::shared_ptr<const DataSource> source;
    DataOptions options;
    Run run;               ///< as it stood, with its state
    bool isStored = false; ///< something was trained: no start in words leads there
};

/// Takes down what a teacher does in the program, as links of a lesson would do it again: data, settings, training,
/// places, what is held. Looks at what there is, so it does not matter whether a key, a button or a menu did it.
class LessonRecorder : public QObject {
    Q_OBJECT

public:
    LessonRecorder(Document &document, Actions &actions, QObject *parent = nullptr);

    /// From what is open now. @throws DataError where nothing is open that a lesson could open
    void begin();
    /// Takes nothing down any more; what was is kept until the next begin().
    void end();
    /// Takes down more, as if it had not ended.
    void goOn();
    bool isRecording() const { return m_recording; }
    /// What is done next stands on a page of its own.
    void addPage(const QString &title);
    /// Leaves out what was taken down last, or the page where nothing was done yet.
    void leaveOutLast();
    /// Looks at the program now, as its timer does.
    void look();

    const std::vector<RecordedPage> &pages() const { return m_pages; }
    const std::vector<RecordedStart> &starts() const { return m_starts; }
    bool isEmpty() const;

Q_SIGNALS:
    void changed();

private:
    void lookAtRun();
    void lookAtPlaces();
    void takeStart(const std::string &name, bool stored);
    void takeNewTraining(const Snapshot &now);
    void takeSettings(const Snapshot &now);
    void takeTraining(const Snapshot &now);
    std::vector<LinkStep> changedSettings(const Settings &from, const Settings &to) const;
    std::string newName(bool stored) const;
    std::map<QString, QString> placesNow() const;
    void add(const std::vector<LinkStep> &done, const std::vector<LinkStep> &link);

    Document &m_document;
    Actions &m_actions;
    QTimer m_look;
    bool m_recording = false;
    bool m_reset = false; ///< another training since it was last looked
    std::vector<RecordedPage> m_pages;
    std::vector<RecordedStart> m_starts;
    std::vector<LinkStep> m_way; ///< opens and trains to where the program stands
    const DataSource *m_source = nullptr;
    DataOptions m_options;
    Settings m_settings;                        ///< in force when it was last looked
    const TrainingSession *m_session = nullptr; ///< told apart, never used
    std::int64_t m_generation = 0, m_step = 0;
    std::map<QString, QString> m_places;
};

} // namespace gatescope
