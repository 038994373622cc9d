// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/inspect/question/pattern_search.h"
#include "ui/widgets/common/view_export.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace gatescope {

class Inspection;
class PatternJob;

/// Pattern search: the units that are on through a range of steps here, and where in the data they are on alike.
class PatternPanel final : public QWidget, public ViewExport {
    Q_OBJECT

public:
    explicit PatternPanel(Inspection &inspection, QWidget *parent = nullptr);

    /// The pattern as the fields describe it.
    UnitPattern pattern() const;
    void search();
    bool isSearching() const;
    const std::vector<PatternMatch> &matches() const { return m_matches; }
    void setRange(Index first, Index last);

    QString exportTitle() const override { return tr("Pattern search"); }
    QString exportCaption() const override;
    QString exportName() const override { return QStringLiteral("pattern-search"); }
    const QWidget &exportWidget() const override { return *this; }
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void addFields();
    void layOut();
    void follow();
    void readPattern();
    void suggest();
    void showMatches(const std::vector<PatternMatch> &matches, const QString &problem);
    void showMatch(int row);
    QString textAround(const PatternMatch &match) const;
    void forget();

    Inspection &m_inspection;
    PatternJob *m_job;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QDoubleSpinBox *m_threshold;
    QPushButton *m_suggest;
    QLineEdit *m_units;
    QComboBox *m_part;
    QPushButton *m_search;
    QLabel *m_status;
    QTreeWidget *m_list;
    /// What was searched: the fields may say other things by now.
    struct Searched {
        std::shared_ptr<const PreparedData<float>> data;
        DataPart part = DataPart::Train;
        Index layer = 0;
        Index length = 1; ///< steps of the pattern
    };
    Searched m_searched;
    std::vector<PatternMatch> m_matches;
    Index m_patternLayer = 0; ///< that the units are of
};

} // namespace gatescope
