// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/moment/shown_moment.h"
#include "ui/document/shared/selection.h"
#include "ui/widgets/common/view_export.h"

#include <QJsonObject>
#include <QWidget>

#include <utility>

class QComboBox;
class QMenu;

namespace gatescope {

/// A view of the training as of the shown moment: refreshed while it is visible and only when something it shows has
/// changed.
class LiveView : public QWidget, public ViewExport {
    Q_OBJECT

public:
    LiveView(const QString &id, const QString &title, ShownMoment &moment, Selection &selection, QWidget *parent);

    const QString &id() const { return m_id; }
    /// For a narrow header; empty: the whole title is elided.
    virtual QString shortTitle() const { return {}; }
    /// The one control that stands in the view's header, if any; owned by the view.
    virtual QWidget *mainTool() { return nullptr; }
    /// Adds what else can be chosen to the menu "more".
    virtual void addChoices(QMenu &) {}

    /// What is chosen here, by ids, for a session's file; and choosing it again. What is not known is left as it is.
    virtual QJsonObject state();
    virtual void showState(const QJsonObject &state);

    QString exportTitle() const override { return m_title; }
    QString exportCaption() const override { return m_caption; }
    QString exportName() const override { return m_id; }
    const QWidget &exportWidget() const override { return *this; }

Q_SIGNALS:
    void captionChanged(const QString &caption, const QString &mark);

protected:
    /// Takes over the newest snapshot and history.
    virtual void refresh() = 0;
    /// The shared cursor moved.
    virtual void showCursor() {}
    /// A new session or new weights: what was cached of an earlier one goes.
    virtual void forget() {}

    /// Gives the items of the header's control their ids, in order.
    static void nameChoices(QComboBox &box, const QStringList &ids);

    /// Something shown has changed: refreshes now if visible, else when shown next.
    void touch();
    void setCaption(const QString &caption);
    /// Which of the layers are shown, where not all have room; empty: all are.
    static QString layersSeen(std::pair<Index, Index> range, Index layers);
    /// A layer's number, and of how many where not all have room.
    static QString layerNumber(Index layer, std::pair<Index, Index> range, Index layers);
    /// The training as of the shown moment; null without a session.
    std::shared_ptr<const Snapshot> snapshot() const { return m_moment.snapshot(); }
    /// "No gates yet." and the way to some.
    QString nothingYet(const QString &what) const { return what + QLatin1Char('\n') + m_training.wayToData(); }
    QString placeInTraining() const { return m_moment.placeInTraining(); }
    /// "step in the window", with the time step's unit where it is known.
    QString stepAxisName() const;

    void showEvent(QShowEvent *event) override;

    ShownMoment &m_moment;
    LiveTraining &m_training;
    Selection &m_selection;

private:
    /// The first of the header's controls; null where it has none.
    QComboBox *choice();

    QString m_id;
    QString m_title;
    QString m_caption;
    bool m_stale = true;
};

} // namespace gatescope
