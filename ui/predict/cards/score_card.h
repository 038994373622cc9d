// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/predict_view.h"
#include "ui/widgets/exported_card.h"

class QLabel;
class QStandardItemModel;

namespace gatescope {

class NamedTable;

/// The scores of each part as a table: errors, R² and skill for numbers, accuracies and cross-entropy for classes; then
/// those of every naive forecast, the best of each part marked.
class ScoreCard final : public ExportedCard {
    Q_OBJECT

public:
    explicit ScoreCard(QWidget *parent = nullptr);

    void showView(const PredictView &view);
    const QStandardItemModel &table() const { return *m_model; }

    QString exportTitle() const override;
    QString exportCaption() const override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

private:
    enum class Form { Score, Count, Percent };
    struct Line {
        QString id; ///< in exported columns
        QString title;
        QString tip;
        std::vector<std::optional<double>> values; ///< of each part
        Form form = Form::Score;
        std::vector<QString> texts{}; ///< instead of the values' own, where not empty
        std::vector<bool> best{};     ///< of baselines: whether it is the part's best
    };

    std::vector<Line> numberLines() const;
    std::vector<Line> classLines() const;
    const PartEvaluation *judged(const PartForecast &part) const;
    void addVote(std::vector<Line> &lines) const;
    void addSkill(std::vector<Line> &lines) const;
    void addCoverage(std::vector<Line> &lines) const;
    void addBaselines(std::vector<Line> &lines) const;
    std::optional<double> errorOf(const BaselineResult &result, DataPart part) const;
    static QString text(const Line &line, std::size_t part);
    void fill();

    PredictView m_view;
    std::vector<Line> m_lines;
    QStandardItemModel *m_model;
    NamedTable *m_table;
    QLabel *m_empty; ///< in the table's place while there are no scores
};

} // namespace gatescope
