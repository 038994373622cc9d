// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/curves_card.h"

#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/plot/plot.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr double kLogarithmicFrom = 5.0; ///< highest to lowest
constexpr std::size_t kNamesInLegend = 3;
constexpr double kRoughTravel = 30.0; ///< heights of the plot that a curve goes up and down in all

} // namespace

CurvesCard::CurvesCard(ComparedRuns &compared, QWidget *parent)
    : ExportedCard(tr("Curves"), QStringLiteral("compared-curves"), parent), m_compared(compared), m_plot(new Plot),
      m_curve(new QComboBox), m_axis(new QComboBox), m_smoothing(new QComboBox), m_layer(new QComboBox)
{
    setExported(*m_plot);
    m_curve->addItems({tr("validation loss"), tr("training loss, each batch"), tr("training loss, each epoch"),
                       tr("gradient norm"), tr("learning rate"), tr("reset gate, mean"), tr("update gate, mean"),
                       tr("reset gate, share saturated"), tr("update gate, share saturated")});
    m_curve->setAccessibleName(tr("What is drawn"));
    m_curve->setToolTip(tr("Which recorded curve of the runs is drawn."));
    m_axis->addItems({tr("by epoch"), tr("by batch"), tr("by seconds")});
    m_axis->setAccessibleName(tr("Horizontal axis"));
    m_axis->setToolTip(tr("Seconds are those that the training ran in the window, at its mean speed."));
    for (const double share : History::kSmoothings)
        m_smoothing->addItem(share == 0 ? tr("no smoothing") : tr("smoothed %1").arg(share));
    m_smoothing->setCurrentIndex(1);
    m_smoothing->setObjectName(QStringLiteral("smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(
        tr("The share of the smoothed curve that is kept from batch to batch; of every batch, thinned "
           "after."));
    m_layer->addItem(tr("all layers"));
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setToolTip(tr("Whose gates are drawn: over the validation part, after every epoch."));
    for (QComboBox *choice : {m_curve, m_layer, m_axis, m_smoothing}) {
        header().addTool(choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &CurvesCard::draw);
    }
    header().addExport(*this);
    m_plot->setLogarithmic(true);
    m_plot->setAccessibleName(tr("Curves of the compared runs"));
    m_plot->setEmptyText(tr("Nothing to compare yet.\nTrain a network; tick runs on the shelf."));
    m_plot->setHoverText([this](double x) { return hoverText(x); });
    for (int place = 0; place < ComparedRuns::kMost; ++place) {
        m_plot->addCurve(QString());
        auto *letter = new QCPItemText(&m_plot->canvas());
        letter->setClipToAxisRect(false);
        letter->position->setType(QCPItemPosition::ptAbsolute);
        letter->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        letter->setVisible(false);
        m_letters.push_back(letter);
    }
    m_plot->showLegend();
    connect(&m_plot->canvas(), &QCustomPlot::afterLayout, this, &CurvesCard::placeLetters);
    connect(m_plot, &Plot::themed, this, &CurvesCard::draw);
    connect(m_plot, &Plot::rangeReset, this, &CurvesCard::showRange);
    connect(&compared, &ComparedRuns::changed, this, &CurvesCard::draw);
    setContent(m_plot);
    draw();
}

CurvesCard::Curve CurvesCard::curve() const
{
    return static_cast<Curve>(std::max(m_curve->currentIndex(), 0));
}

CurvesCard::Axis CurvesCard::axis() const
{
    return static_cast<Axis>(std::max(m_axis->currentIndex(), 0));
}

bool CurvesCard::isPerEpoch() const
{
    return curve() == Curve::Validation || curve() == Curve::EpochLoss || isOfGates();
}

ThinnedSeries CurvesCard::gatesOf(const KeptRun &kept) const
{
    ThinnedSeries series;
    const Index figure = static_cast<Index>(curve()) - static_cast<Index>(Curve::ResetMean);
    const Index layer = m_layer->currentIndex() - 1; // −1: all
    for (const EpochRecord &epoch : kept.run.history.epochs()) {
        const Matrix<float> &gates = epoch.gates;
        if (gates.rows() == kGateFigures && gates.cols() > std::max<Index>(layer, 0))
            series.append(static_cast<double>(epoch.epoch),
                          static_cast<double>(layer < 0 ? gates.row(figure).mean() : gates(figure, layer)));
    }
    return series;
}

void CurvesCard::gatherGates(const std::vector<ComparedRun> &runs)
{
    m_gates.clear();
    Index layers = 1;
    for (const ComparedRun &run : runs)
        layers = std::max(layers, run.kept->run.settings.network.layers);
    const QSignalBlocker blocker(m_layer);
    while (m_layer->count() > layers + 1)
        m_layer->removeItem(m_layer->count() - 1);
    while (m_layer->count() < layers + 1)
        m_layer->addItem(tr("layer %1").arg(m_layer->count()));
    m_layer->setVisible(isOfGates());
    if (isOfGates()) {
        for (const ComparedRun &run : runs)
            m_gates[run.kept->id] = gatesOf(*run.kept);
    }
}

const ThinnedSeries &CurvesCard::seriesOf(const KeptRun &kept) const
{
    static const ThinnedSeries none;
    if (isOfGates()) {
        const auto found = m_gates.find(kept.id);
        return found == m_gates.end() ? none : found->second;
    }
    const History &history = kept.run.history;
    switch (curve()) {
    case Curve::Validation:
        return history.validationLoss();
    case Curve::Training:
        return history.batchLoss(static_cast<std::size_t>(std::max(m_smoothing->currentIndex(), 0)));
    case Curve::EpochLoss:
        return history.trainingLoss();
    case Curve::GradientNorm:
        return history.gradientNorm();
    default:
        break;
    }
    return history.learningRate();
}

double CurvesCard::scaleOf(const KeptRun &kept) const
{
    const auto perEpoch = static_cast<double>(kept.batchesPerEpoch);
    const double batches = isPerEpoch() ? perEpoch : 1.0; // an x of the series in batches
    if (axis() == Axis::Epoch)
        return batches / perEpoch;
    if (axis() == Axis::Step)
        return batches;
    const auto seconds = kept.metrics.find("seconds"), steps = kept.metrics.find("steps");
    const bool known = seconds != kept.metrics.end() && steps != kept.metrics.end() && steps->second > 0;
    return known ? batches * seconds->second / steps->second : std::numeric_limits<double>::quiet_NaN();
}

void CurvesCard::draw()
{
    m_smoothing->setVisible(curve() == Curve::Training); // only batches are smoothed
    const std::vector<ComparedRun> runs = m_compared.runs();
    gatherGates(runs);
    QCustomPlot &canvas = m_plot->canvas();
    for (int place = 0; place < ComparedRuns::kMost; ++place) {
        canvas.graph(place)->data()->clear();
        canvas.graph(place)->removeFromLegend();
    }
    bool any = false;
    int unknown = 0, unrecorded = 0;
    for (const ComparedRun &run : runs) {
        QCPGraph &graph = *canvas.graph(run.place);
        const double scale = scaleOf(*run.kept);
        if (std::isnan(scale)) {
            ++unknown;
            continue;
        }
        graph.setName(runs.size() > kNamesInLegend ? run.letter() : run.label()); // the shelf names the letters
        graph.addToLegend();
        setSeries(graph, seriesOf(*run.kept), scale, drawn());
        unrecorded += seriesOf(*run.kept).empty() ? 1 : 0;
        any = any || !graph.data()->isEmpty();
    }
    const bool sameData =
        std::ranges::all_of(runs, [&](const ComparedRun &run) { return haveSameData(*runs.front().kept, *run.kept); });
    QStringList caption;
    if (curve() == Curve::Training && m_smoothing->currentIndex() > 0)
        caption << tr("smoothed on the full data");
    if (unknown > 0)
        caption << tr("%1 of unknown time left out").arg(unknown);
    if (isOfGates() && unrecorded > 0)
        caption << tr("%1 without recorded gates (no validation part, or an earlier version's)").arg(unrecorded);
    if (!sameData && curve() != Curve::LearningRate && !isOfGates())
        caption << tr("different data: scaled losses of one cannot be set against the other's");
    header().setCaption(caption.join(QStringLiteral(" · ")), sameData ? QString() : tr("different data"));
    header().setTitle(runs.empty() ? tr("Curves")
                                   : m_curve->currentText().replace(0, 1, m_curve->currentText().at(0).toUpper()));
    const QString axes[] = {tr("epoch"), tr("batch"), tr("seconds of training")};
    m_plot->setHorizontalAxis(axes[static_cast<int>(axis())], m_axis->toolTip());
    m_plot->setVerticalAxis(m_curve->currentText(), m_curve->toolTip());
    m_plot->setEmptyText(runs.empty() ? tr("Nothing to compare yet.\nTrain a network; tick runs on the shelf.")
                                      : tr("None of these runs recorded this."));
    m_plot->setEmpty(!any);
    showRange();
    choosePens(runs);
    m_plot->replotSoon();
}

/// A curve that goes up and down all the time is a band in which no dash can be told, and dashes would take half a
/// second to draw: it is a thin line then, known by its letter and colour.
void CurvesCard::choosePens(const std::vector<ComparedRun> &runs)
{
    const QCPAxis &axis = *m_plot->canvas().yAxis;
    const bool logarithmic = m_plot->isLogarithmic();
    const auto height = [logarithmic](double value) { return logarithmic ? std::log10(value) : value; };
    const double span = height(axis.range().upper) - height(axis.range().lower);
    for (const ComparedRun &run : runs) {
        QCPGraph &graph = *m_plot->canvas().graph(run.place);
        double travel = 0.0, before = std::numeric_limits<double>::quiet_NaN();
        for (const QCPGraphData &point : *graph.data()) {
            const double at = height(point.value);
            travel += std::isfinite(at) && std::isfinite(before) ? std::abs(at - before) : 0.0;
            before = at;
        }
        const bool rough = span > 0.0 && travel > kRoughTravel * span;
        Plot::setCurvePen(graph, run.color(palette()), rough ? 1.0 : run.width(), rough ? Qt::SolidLine : run.dash());
    }
}

void CurvesCard::showRange()
{
    ValueRange range;
    double last = 0.0;
    for (const ComparedRun &run : m_compared.runs()) {
        const double scale = scaleOf(*run.kept);
        const ThinnedSeries &series = seriesOf(*run.kept);
        if (std::isnan(scale) || series.empty())
            continue;
        range.take(series, drawn());
        last = std::max(last, series.buckets().back().last.x * scale);
    }
    m_plot->setLogarithmic(!isOfGates() && range.high > kLogarithmicFrom * range.low); // else it had no numbers
    m_plot->showRange(0.0, last * 1.04, range.low, range.high);
}

/// A letter stands where its curve ends; letters that would lie on each other are moved apart.
void CurvesCard::placeLetters()
{
    struct Letter {
        QCPItemText *item;
        double x, y;
    };
    std::vector<Letter> letters;
    QFont font = themeFont(TextRole::Caption);
    font.setBold(true);
    const QRect rect = m_plot->canvas().axisRect()->rect();
    for (QCPItemText *item : m_letters)
        item->setVisible(false);
    for (const ComparedRun &run : m_compared.runs()) {
        const QCPGraph &graph = *m_plot->canvas().graph(run.place);
        for (int i = graph.dataCount() - 1; i >= 0; --i) {
            const QPointF at = graph.coordsToPixels(graph.dataMainKey(i), graph.dataMainValue(i));
            if (!std::isfinite(at.y()) || !rect.contains(at.toPoint()))
                continue;
            QCPItemText *item = m_letters[static_cast<std::size_t>(run.place)];
            item->setText(run.letter());
            item->setFont(font);
            item->setColor(run.color(palette()));
            letters.push_back({item, at.x() + 4, at.y()});
            break;
        }
    }
    std::ranges::sort(letters, {}, &Letter::y);
    const double height = QFontMetricsF(font).height() - 2;
    for (std::size_t i = 1; i < letters.size(); ++i)
        letters[i].y = std::max(letters[i].y, letters[i - 1].y + height);
    if (!letters.empty() && letters.back().y > rect.bottom()) {
        letters.back().y = rect.bottom();
        for (std::size_t i = letters.size() - 1; i-- > 0;)
            letters[i].y = std::min(letters[i].y, letters[i + 1].y - height);
    }
    for (const Letter &letter : letters) {
        letter.item->position->setCoords(letter.x, letter.y);
        letter.item->setVisible(true);
    }
}

QString CurvesCard::hoverText(double x) const
{
    std::vector<std::pair<double, QString>> lines;
    for (const ComparedRun &run : m_compared.runs()) {
        const double scale = scaleOf(*run.kept);
        const double value = std::isnan(scale) ? scale : valueAt(seriesOf(*run.kept), x / scale);
        if (std::isfinite(value))
            lines.emplace_back(value, QStringLiteral("%1  %2").arg(shortNumber(value), run.label()));
    }
    std::ranges::sort(lines);
    QStringList text{
        QStringLiteral("%1 %2").arg(m_plot->canvas().xAxis->label()).arg(x, 0, 'f', axis() == Axis::Step ? 0 : 1)};
    for (const auto &line : lines)
        text << line.second;
    return lines.empty() ? QString() : text.join(QLatin1Char('\n'));
}

void CurvesCard::paintContent(QCPPainter &painter, const QSize &size)
{
    m_plot->paintInto(painter, size);
}

QString CurvesCard::csv() const
{
    QString text = QStringLiteral("run,name,x,value\r\n");
    for (const ComparedRun &run : m_compared.runs()) {
        const double scale = scaleOf(*run.kept);
        for (const ThinnedSeries::Point &point : seriesOf(*run.kept).points())
            text += QStringLiteral("%1,%2,%3,%4\r\n")
                        .arg(run.letter(), csvText(run.name()), csvNumber(point.x * scale), csvNumber(point.y));
    }
    return text;
}

} // namespace gatescope
