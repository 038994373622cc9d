// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/trace.h"
#include "ui/compare/runs/compared_runs.h"
#include "ui/document/live_training.h"
#include "ui/document/shared/selection.h"
#include "ui/widgets/card.h"
#include "ui/widgets/common/view_export.h"

class QComboBox;
class QLabel;

namespace gatescope {

class Heatmap;

/// Two runs on one sequence of the open data: the same gate or state of both, one below the other with one cursor, and
/// where their shapes agree what the second has more than the first.
class PairCard : public Card, public ViewExport {
    Q_OBJECT

public:
    PairCard(ComparedRuns &compared, LiveTraining &training, Selection &selection, QWidget *parent = nullptr);

    QString exportTitle() const override { return header().title(); }
    QString exportCaption() const override { return header().caption(); }
    QString exportName() const override { return QStringLiteral("two-runs"); }
    const QWidget &exportWidget() const override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fillChoices();
    void touch();
    void refresh();
    /// The run's own walk over the sequence; null, with the reason, when it cannot read it.
    std::shared_ptr<const Trace<float>> trace(const KeptRun &kept, QString &why) const;
    void showMark();

    ComparedRuns &m_compared;
    LiveTraining &m_training;
    Selection &m_selection;
    QComboBox *m_first;
    QComboBox *m_second;
    QComboBox *m_quantity;
    Heatmap *m_heatmap;
    bool m_chosen = false; ///< somebody has said which two
    bool m_stale = true;
};

} // namespace gatescope
