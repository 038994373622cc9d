// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/score_card.h"

#include "core/evaluation/evaluation.h"
#include "core/evaluation/skill/skill_text.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/predict/cards/table_picture.h"
#include "ui/widgets/form/named_table.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStandardItemModel>
#include <qcustomplot.h>

#include <algorithm>

namespace gatescope {

ScoreCard::ScoreCard(QWidget *parent)
    : ExportedCard(tr("Scores"), QStringLiteral("scores"), parent), m_model(new QStandardItemModel(this)),
      m_table(new NamedTable), m_empty(new QLabel)
{
    setExported(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Scores of each part"));
    header().addExport(*this);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 8);
    column->addWidget(m_table);
    m_empty->setText(tr("No scores yet: open data in Data; a forecast of the network is scored at once."));
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    setContent(content);
    fill();
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
        {QStringLiteral("windows"), tr("windows"), tr("How many windows the part holds."), {}, Form::Count},
        {QStringLiteral("mae"),
         tr("MAE"),
         tr("Mean absolute error, in the target's unit: how far off a forecast is on average."),
         {}},
        {QStringLiteral("rmse"),
         tr("RMSE"),
         tr("Root mean squared error, in the target's unit: large misses weigh more."),
         {}},
        {QStringLiteral("r2"),
         tr("R²"),
         tr("Share of the target's variance that is explained: 1 is perfect, 0 is as good as the mean."),
         {}},
    };
    const auto output = static_cast<std::size_t>(m_view.output);
    for (const PartForecast &part : m_view.answer.result->parts) {
        const RegressionScores *scores = output < part.outputScores.size() ? &part.outputScores[output] : nullptr;
        lines[0].values.emplace_back(static_cast<double>(part.forecast.prediction.cols()));
        lines[1].values.push_back(scores ? std::optional(scores->meanAbsoluteError) : std::nullopt);
        lines[2].values.push_back(scores ? std::optional(scores->rootMeanSquaredError) : std::nullopt);
        lines[3].values.push_back(scores ? scores->rSquared : std::nullopt);
    }
    addSkill(lines);
    addCoverage(lines);
    addBaselines(lines);
    return lines;
}

std::vector<ScoreCard::Line> ScoreCard::classLines() const
{
    std::vector<Line> lines{
        {QStringLiteral("windows"), tr("windows"), tr("How many windows the part holds."), {}, Form::Count},
        {QStringLiteral("accuracy"), tr("accuracy"), tr("Share of the windows whose class was told right."), {}},
        {QStringLiteral("balanced_accuracy"),
         tr("balanced"),
         tr("Balanced accuracy: the mean, over the classes, of the share of each that was told right. Rare classes "
            "weigh as much as common ones."),
         {}},
        {QStringLiteral("macro_f1"),
         tr("macro F1"),
         tr("Mean over the classes of F1, which is high only where a class is found and not claimed too often."),
         {}},
        {QStringLiteral("cross_entropy"),
         tr("cross-entropy"),
         tr("Mean of −log of the probability given to the right class: 0 is perfect."),
         {}},
    };
    for (const PartForecast &part : m_view.answer.result->parts) {
        const auto &scores = part.classification;
        const auto value = [&scores](double ClassificationScores::*field) {
            return scores && scores->count > 0 ? std::optional((*scores).*field) : std::nullopt;
        };
        lines[0].values.emplace_back(static_cast<double>(part.forecast.prediction.cols()));
        lines[1].values.push_back(value(&ClassificationScores::accuracy));
        lines[2].values.push_back(value(&ClassificationScores::balancedAccuracy));
        lines[3].values.push_back(value(&ClassificationScores::macroF1));
        lines[4].values.push_back(value(&ClassificationScores::crossEntropy));
    }
    addVote(lines);
    addSkill(lines);
    addBaselines(lines);
    return lines;
}

void ScoreCard::addVote(std::vector<Line> &lines) const
{
    const auto &parts = m_view.answer.result->parts;
    if (std::ranges::none_of(parts, [](const PartForecast &part) { return part.vote.has_value(); }))
        return;
    Line count{QStringLiteral("vote.sequences"),
               tr("sequences"),
               tr("How many sequences the part's windows are of."),
               {},
               Form::Count};
    Line share{QStringLiteral("vote.accuracy"),
               tr("vote: accuracy"),
               tr("Share of the sequences told right, where all windows of a sequence vote with their chances."),
               {}};
    for (const PartForecast &part : parts) {
        count.values.push_back(part.vote ? std::optional(static_cast<double>(part.vote->count)) : std::nullopt);
        share.values.push_back(part.vote ? std::optional(part.vote->accuracy) : std::nullopt);
    }
    lines.push_back(std::move(count));
    lines.push_back(std::move(share));
}

/// Null while the naive forecasts are not measured.
const PartEvaluation *ScoreCard::judged(const PartForecast &part) const
{
    return m_view.answer.judgement ? &m_view.answer.judgement->on(part.part) : nullptr;
}

void ScoreCard::addSkill(std::vector<Line> &lines) const
{
    Line line{
        QStringLiteral("skill"),
        tr("skill"),
        tr("1 − squared error ÷ that of the best naive forecast; of classes, cross-entropies. Above 0 the network "
           "is ahead."),
        {}};
    Line width{QStringLiteral("skill_half_width"),
               tr("skill, ±"),
               tr("Half of the skill's 95 % interval: few windows leave it wide (block bootstrap)."),
               {}};
    const auto output = static_cast<std::size_t>(m_view.output);
    for (const PartForecast &part : m_view.answer.result->parts) {
        const PartEvaluation *own = judged(part);
        const bool several = own && own->outputSkill.size() > 1;
        const std::optional<double> skill = !own      ? std::nullopt
                                            : several ? own->outputSkill[std::min(output, own->outputSkill.size() - 1)]
                                                      : own->skill;
        line.values.push_back(skill);
        line.texts.push_back(skill ? coreSentence(skillText(*skill)).replace(QLatin1Char('-'), QChar(0x2212))
                                   : QString());
        width.values.push_back(skill && own->skillInterval && !several ? std::optional(own->skillInterval->halfWidth())
                                                                       : std::nullopt);
        const bool isShown = width.values.back() && own->skillInterval->low >= kLowestSkillShown;
        width.texts.push_back(isShown ? QString::number(*width.values.back(), 'g', 2) : QStringLiteral("–"));
    }
    lines.push_back(std::move(line));
    if (std::ranges::any_of(width.values, [](const std::optional<double> &value) { return value.has_value(); }))
        lines.push_back(std::move(width));
}

void ScoreCard::addCoverage(std::vector<Line> &lines) const
{
    const auto &interval = m_view.answer.interval;
    if (!interval || !interval->halfWidths)
        return;
    const QString level = QString::number(interval->level * 100.0, 'g', 4);
    Line line{QStringLiteral("coverage"),
              tr("in %1 % interval").arg(level),
              tr("Share of the targets inside the interval, whose level is %1 %.").arg(level),
              {},
              Form::Percent};
    for (const PartForecast &part : m_view.answer.result->parts) {
        const PartEvaluation *own = judged(part);
        line.values.push_back(own ? own->coverage : std::nullopt);
    }
    lines.push_back(std::move(line));
}

/// Of the output that is shown: its root mean squared error; of classes what the baseline can be asked for.
std::optional<double> ScoreCard::errorOf(const BaselineResult &result, DataPart part) const
{
    const std::optional<BaselineScore> &score = result.on(part);
    if (!score)
        return std::nullopt;
    if (score->accuracy)
        return result.info->hasProbabilities ? score->crossEntropy : score->accuracy;
    const auto output = static_cast<std::size_t>(m_view.output);
    return output < score->outputSquared.size() ? std::optional(std::sqrt(score->outputSquared[output])) : std::nullopt;
}

void ScoreCard::addBaselines(std::vector<Line> &lines) const
{
    if (!m_view.answer.judgement)
        return;
    const Opponents &opponents = *m_view.answer.judgement->opponents;
    for (const BaselineResult &result : opponents.results()) {
        const QString measure = !m_view.classifies()            ? QStringLiteral("rmse")
                                : result.info->hasProbabilities ? QStringLiteral("cross_entropy")
                                                                : QStringLiteral("accuracy");
        QString tip = coreWords(result.info->summary);
        tip += !m_view.classifies()            ? tr(" Its RMSE; the best of a part (*) is what the skill is against.")
               : result.info->hasProbabilities ? tr(" Its cross-entropy.")
                                               : tr(" Its accuracy.");
        if (!result.why.empty())
            tip = tr("Not there: %1.").arg(fromSentence(result.why));
        Line line{QStringLiteral("baseline.%1.%2").arg(fromText(result.info->id), measure),
                  coreWords(result.info->name),
                  tip,
                  {}};
        for (const PartForecast &part : m_view.answer.result->parts) {
            line.values.push_back(errorOf(result, part.part));
            line.best.push_back(opponents.best(part.part) == &result);
        }
        lines.push_back(std::move(line));
    }
}

QString ScoreCard::text(const Line &line, std::size_t part)
{
    const std::optional<double> &value = line.values[part];
    if (part < line.texts.size() && !line.texts[part].isEmpty())
        return line.texts[part];
    if (value && line.form == Form::Count)
        return countText(static_cast<std::int64_t>(*value));
    if (value && line.form == Form::Percent)
        return tr("%1 %").arg(*value * 100.0, 0, 'f', 1);
    const QString number = scoreText(value);
    return part < line.best.size() && line.best[part] ? tr("* %1").arg(number).replace(QLatin1Char(' '), QChar(0x00a0))
                                                      : number;
}

void ScoreCard::fill()
{
    m_model->clear();
    m_table->setVisible(!m_lines.empty());
    m_empty->setVisible(m_lines.empty());
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
            const auto part = static_cast<std::size_t>(column);
            auto *item = new QStandardItem(text(line, part));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            item->setToolTip(line.values[part] ? line.tip : tr("%1 It is not defined here.").arg(line.tip));
            item->setData(tr("%1 %2: %3").arg(parts[column], line.title, item->text()), Qt::AccessibleTextRole);
            if (part < line.best.size() && line.best[part]) {
                item->setData(tr("%1 %2, the best: %3").arg(parts[column], line.title, scoreText(line.values[part])),
                              Qt::AccessibleTextRole);
                QFont bold = item->font();
                bold.setBold(true);
                item->setFont(bold);
            }
            m_model->setItem(row, column, item);
        }
    }
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->fit();
}

QString ScoreCard::exportTitle() const
{
    return m_view.classifies() ? tr("Scores") : tr("Scores: %1").arg(m_view.outputTextWithUnit());
}

QString ScoreCard::exportCaption() const
{
    return m_view.caption();
}

void ScoreCard::paintContent(QCPPainter &painter, const QSize &size)
{
    paintTable(painter, *m_model, size, palette());
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
        text += line.id;
        for (const std::optional<double> &value : line.values)
            text += QLatin1Char(',') + (value ? csvNumber(*value) : QString());
        text += QStringLiteral("\r\n");
    }
    return text;
}

} // namespace gatescope
