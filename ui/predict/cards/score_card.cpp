// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/score_card.h"

#include "core/evaluation/evaluation.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/form/table_style.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <qcustomplot.h>

namespace gatescope {

ScoreCard::ScoreCard(QWidget *parent)
    : Card(tr("Scores"), parent), m_model(new QStandardItemModel(this)), m_table(new QTableView)
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Scores of each part"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setHighlightSections(false);
    styleTable(*m_table);
    header().addExport(*this);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 8);
    column->addWidget(m_table);
    setContent(content);
}

void ScoreCard::showView(const PredictView &view)
{
    m_view = view;
    header().setCaption(!view.hasForecasts() ? QString()
                        : view.classifies()  ? tr("each part by itself")
                                             : tr("%1, each part by itself").arg(view.outputTextWithUnit()));
    m_lines = !view.hasForecasts() ? std::vector<Line>() : view.classifies() ? classLines() : numberLines();
    fill();
}

std::vector<ScoreCard::Line> ScoreCard::numberLines() const
{
    std::vector<Line> lines{
        {"windows", tr("windows"), tr("How many windows the part holds."), {}, true},
        {"mae", tr("MAE"), tr("Mean absolute error, in the target's unit: how far off a forecast is on average."), {}},
        {"rmse", tr("RMSE"), tr("Root mean squared error, in the target's unit: large misses weigh more."), {}},
        {"r2",
         tr("R²"),
         tr("Share of the target's variance that is explained: 1 is perfect, 0 is as good as the mean."),
         {}},
        {"skill",
         tr("skill"),
         tr("1 − squared error ÷ that of persistence: above 0 the model beats repeating the last value."),
         {}},
        {"persistence.mae", tr("naive MAE"), tr("Mean absolute error of repeating the last value."), {}},
        {"persistence.rmse", tr("naive RMSE"), tr("Root mean squared error of repeating the last value."), {}},
    };
    for (const PartForecast &part : m_view.answer.result->parts) {
        const auto output = static_cast<std::size_t>(m_view.output);
        const RegressionScores *scores = output < part.outputScores.size() ? &part.outputScores[output] : nullptr;
        const auto value = [scores](std::optional<double> RegressionScores::*field) {
            return scores ? scores->*field : std::nullopt;
        };
        lines[0].values.push_back(static_cast<double>(part.forecast.prediction.cols()));
        lines[1].values.push_back(scores ? std::optional(scores->meanAbsoluteError) : std::nullopt);
        lines[2].values.push_back(scores ? std::optional(scores->rootMeanSquaredError) : std::nullopt);
        lines[3].values.push_back(value(&RegressionScores::rSquared));
        lines[4].values.push_back(value(&RegressionScores::skill));
        lines[5].values.push_back(value(&RegressionScores::persistenceMeanAbsoluteError));
        lines[6].values.push_back(value(&RegressionScores::persistenceRootMeanSquaredError));
    }
    return lines;
}

std::vector<ScoreCard::Line> ScoreCard::classLines() const
{
    std::vector<Line> lines{
        {"windows", tr("windows"), tr("How many windows the part holds."), {}, true},
        {"accuracy", tr("accuracy"), tr("Share of the windows whose class was told right."), {}},
        {"commonest_class_accuracy",
         tr("always the commonest"),
         tr("Accuracy of always saying the class that is commonest in the part: a model has to beat it."),
         {}},
        {"cross_entropy",
         tr("cross-entropy"),
         tr("Mean of −log of the probability given to the right class: 0 is perfect."),
         {}},
    };
    for (const PartForecast &part : m_view.answer.result->parts) {
        lines[0].values.push_back(static_cast<double>(part.forecast.prediction.cols()));
        const auto &scores = part.classification;
        lines[1].values.push_back(scores ? std::optional(scores->accuracy) : std::nullopt);
        std::optional<double> commonest;
        if (scores && scores->count > 0)
            commonest =
                static_cast<double>(scores->confusion.rowwise().sum().maxCoeff()) / static_cast<double>(scores->count);
        lines[2].values.push_back(commonest);
        lines[3].values.push_back(scores ? std::optional(scores->crossEntropy) : std::nullopt);
    }
    return lines;
}

void ScoreCard::fill()
{
    m_model->clear();
    if (m_lines.empty())
        return;
    QStringList parts, titles;
    for (const PartForecast &part : m_view.answer.result->parts)
        parts << partTitle(part.part);
    for (const Line &line : m_lines)
        titles << line.title;
    m_model->setRowCount(static_cast<int>(m_lines.size()));
    m_model->setColumnCount(static_cast<int>(parts.size()));
    m_model->setHorizontalHeaderLabels(parts);
    m_model->setVerticalHeaderLabels(titles);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Line &line = m_lines[static_cast<std::size_t>(row)];
        m_model->verticalHeaderItem(row)->setToolTip(line.tip);
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const std::optional<double> &value = line.values[static_cast<std::size_t>(column)];
            auto *item = new QStandardItem(line.count && value ? countText(static_cast<std::int64_t>(*value))
                                                               : scoreText(value));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            item->setToolTip(value ? line.tip : tr("%1 It is not defined here.").arg(line.tip));
            item->setData(tr("%1 %2: %3").arg(parts[column], line.title, item->text()), Qt::AccessibleTextRole);
            m_model->setItem(row, column, item);
        }
    }
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void ScoreCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        styleTable(*m_table);
    Card::changeEvent(event);
}

QString ScoreCard::exportTitle() const
{
    return m_view.classifies() ? tr("Scores") : tr("Scores: %1").arg(m_view.outputTextWithUnit());
}

QString ScoreCard::exportCaption() const
{
    return m_view.caption();
}

QString ScoreCard::exportName() const
{
    return QStringLiteral("scores");
}

const QWidget &ScoreCard::exportWidget() const
{
    return *m_table;
}

void ScoreCard::paintContent(QCPPainter &painter, const QSize &size)
{
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(themeFont(TextRole::Body));
    const int line = painter.fontMetrics().height() + 8;
    const int columns = m_model->columnCount() + 1;
    const auto cell = [&](int row, int column) {
        return QRect(size.width() * column / columns, row * line, size.width() / columns - 8, line);
    };
    for (int row = -1; row < m_model->rowCount(); ++row) {
        for (int column = -1; column < m_model->columnCount(); ++column) {
            const bool heading = row < 0 || column < 0;
            const QString text = row < 0 && column < 0 ? QString()
                                 : row < 0             ? m_model->headerData(column, Qt::Horizontal).toString()
                                 : column < 0          ? m_model->headerData(row, Qt::Vertical).toString()
                                                       : m_model->item(row, column)->text();
            painter.setPen(heading ? colors.muted : colors.text);
            painter.drawText(cell(row + 1, column + 1),
                             Qt::AlignVCenter | (column < 0 ? Qt::AlignLeft : Qt::AlignRight), text);
        }
    }
}

QString ScoreCard::csv() const
{
    if (m_lines.empty())
        return {};
    QString text = QStringLiteral("score");
    for (const PartForecast &part : m_view.answer.result->parts)
        text += QLatin1Char(',') + fromText(partId(part.part));
    text += QStringLiteral("\r\n");
    for (const Line &line : m_lines) {
        text += QLatin1String(line.id);
        for (const std::optional<double> &value : line.values)
            text += QLatin1Char(',') + (value ? csvNumber(*value) : QString());
        text += QStringLiteral("\r\n");
    }
    return text;
}

} // namespace gatescope
