// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/automaton/automaton_job.h"
#include "ui/inspect/shown/inspection.h"
#include "ui/inspect/shown/kept_results.h"

#include <QWidget>

class QTreeWidget;

namespace gatescope {

class AutomatonView;
class QuietLabel;

/// The automaton of the network that is shown, how often it agrees, and the sequences in which it does not. It is read
/// in the background while the panel is on screen.
class AutomatonPanel : public QWidget {
    Q_OBJECT

public:
    explicit AutomatonPanel(Inspection &inspection, QWidget *parent = nullptr);

    AutomatonView &view() { return *m_view; }
    bool isReading() const { return m_job.isRunning(); }
    const ExtractedAutomaton *found() const { return m_shown.get(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void take(const ExtractedAutomaton &found, const QString &problem);
    void show(std::shared_ptr<const ExtractedAutomaton> found);
    void clear(const QString &words);
    void goTo(int row);

    Inspection &m_inspection;
    AutomatonJob m_job;
    KeptResults<std::shared_ptr<const ExtractedAutomaton>> m_kept;
    ResultKey m_key;
    std::shared_ptr<const ExtractedAutomaton> m_shown;
    AutomatonView *m_view;
    QuietLabel *m_sentence;
    QTreeWidget *m_list;
    QString m_ofMoment; ///< the place in the training that it is of
};

} // namespace gatescope
