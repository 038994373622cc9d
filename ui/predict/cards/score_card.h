// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/predict_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/common/view_export.h"

class QStandardItemModel;
class QTableView;

namespace gatescope {

/// The scores of each part as a table: errors, R² and skill for numbers; accuracy and cross-entropy for classes.
class ScoreCard : public Card, public ViewExport {
    Q_OBJECT

public:
    explicit ScoreCard(QWidget *parent = nullptr);

    void showView(const PredictView &view);
    const QStandardItemModel &table() const { return *m_model; }

    QString exportTitle() const override;
    QString exportCaption() const override;
    QString exportName() const override;
    const QWidget &exportWidget() const override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        const char *id; ///< in exported columns
        QString title;
        QString tip;
        std::vector<std::optional<double>> values; ///< of each part
        bool count = false;
    };

    std::vector<Line> numberLines() const;
    std::vector<Line> classLines() const;
    void fill();

    PredictView m_view;
    std::vector<Line> m_lines;
    QStandardItemModel *m_model;
    QTableView *m_table;
};

} // namespace gatescope
