// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/predict_view.h"
#include "ui/widgets/exported_card.h"

class QComboBox;

namespace gatescope {

/// The grid itself: a row a true class, a column a class that was told, coloured by the share of the row.
class ConfusionMatrix : public QWidget {
    Q_OBJECT

public:
    explicit ConfusionMatrix(QWidget *parent = nullptr);

    void setScores(const ClassificationScores *scores, QStringList classes);
    void paint(QPainter &painter, const QRect &rect) const;
    QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Grid {
        QRect cells;
        int count = 0;
        QRect cell(int row, int column) const;
    };

    Grid grid(const QRect &rect) const;
    void paintNames(QPainter &painter, const QRect &rect, const Grid &grid) const;

    std::optional<ClassificationScores> m_scores;
    QStringList m_classes;
};

/// Which classes the network takes for which.
class ConfusionCard final : public ExportedCard {
    Q_OBJECT

public:
    explicit ConfusionCard(QWidget *parent = nullptr);

    void showView(const PredictView &view);

    QString exportTitle() const override;
    QString exportCaption() const override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

private:
    const PartForecast *shownPart() const;
    void showPart();

    PredictView m_view;
    QComboBox *m_part;
    ConfusionMatrix *m_matrix;
};

} // namespace gatescope
