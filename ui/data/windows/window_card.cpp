// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/windows/window_card.h"

#include "ui/data/draft/data_draft.h"
#include "ui/data/windows/window_places.h"
#include "ui/document/shared/selection.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/series/series_plot.h"

#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

namespace {

/// More curves than this cannot be told apart.
constexpr std::size_t kMostFeatures = 4;
constexpr std::array<Qt::PenStyle, kMostFeatures> kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

/// The features that are drawn: the target's own columns before the others, in the order of the file.
std::vector<std::size_t> featuresToDraw(const PreparedData<float> &prepared)
{
    const auto isTarget = [&](const std::string &name) {
        const std::vector<std::string> &targets = prepared.options.targets;
        return std::find(targets.begin(), targets.end(), name) != targets.end();
    };
    std::vector<std::size_t> order;
    for (const bool target : {true, false}) {
        for (std::size_t i = 0; i < prepared.featureNames.size(); ++i) {
            if (isTarget(prepared.featureNames[i]) == target)
                order.push_back(i);
        }
    }
    order.resize(std::min(order.size(), kMostFeatures));
    return order;
}

} // namespace

WindowCard::WindowCard(DataDraft &draft, Selection &selection, QWidget *parent)
    : SeriesPlotCard(tr("One window"), QStringLiteral("window"), new SeriesPlot, parent), m_draft(draft),
      m_selection(selection), m_plot(&plot()), m_inside(new QCPItemRect(&m_plot->canvas()))
{
    header().addExport(*this);
    for (std::size_t i = 0; i < kMostFeatures; ++i)
        m_features.push_back(m_plot->addSeries(QString()));
    m_target = m_plot->addSeries(tr("target"));
    m_plot->setSeriesDots(m_target, true);
    m_plot->setFirstNumber(0);
    m_plot->setHorizontalAxis(tr("step in the window"),
                              tr("Steps are counted from 0; the target lies beyond the window's last step."));
    m_plot->setAccessibleName(tr("One window of the data, scaled"));
    m_plot->showNames();
    m_inside->setLayer(QStringLiteral("background"));
    m_inside->setPen(Qt::NoPen);
    m_inside->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_inside->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    setContent(m_plot);
    m_plot->setHoverText([this](double step) { return hoverText(step); });
    connect(m_plot, &Plot::themed, this, &WindowCard::showWindow);
    connect(&draft, &DataDraft::dataChanged, this, &WindowCard::showWindow);
    connect(&draft, &DataDraft::changed, this, &WindowCard::showWindow);
    connect(&selection, &Selection::changed, this, &WindowCard::showWindow);
    connect(&selection, &Selection::limitsChanged, this, &WindowCard::showWindow);
    showWindow();
}

void WindowCard::showWindow()
{
    const bool scaled = !m_draft.open().prepared || m_draft.open().prepared->options.scale != ScaleKind::None;
    m_plot->setVerticalAxis(scaled ? tr("scaled value") : tr("value"),
                            scaled ? tr("Values as the network reads them: without a unit, after scaling.")
                                   : tr("Values as the network reads them; this data is not scaled."));
    const auto prepared = m_draft.open().prepared;
    const auto start = prepared ? windowStart(*prepared, m_selection.sequence()) : std::nullopt;
    m_plot->setEmptyText(!m_draft.open().source ? tr("Nothing is open yet. Choose an example, or open a CSV.")
                         : m_draft.open().problem.isEmpty()
                             ? tr("No window fits yet: make its length or its horizon shorter.")
                             : m_draft.open().problem);
    m_plot->setEmpty(!start);
    m_inside->setVisible(start.has_value());
    if (!start) {
        for (const int series : m_features)
            m_plot->setSeries(series, nullptr);
        m_plot->setSeries(m_target, nullptr);
        header().setCaption({});
        m_length = 0;
        return;
    }
    const bool tensors = prepared->tableRows.empty();
    m_length = tensors ? prepared->train.steps()
                       : std::min(m_draft.options().window, prepared->inputsOnly.store().inputs.cols() - *start);
    QColor tint = themeColors(palette()).accent;
    tint.setAlpha(20);
    m_inside->setBrush(tint);
    m_inside->topLeft->setCoords(-0.5, 0);
    m_inside->bottomRight->setCoords(static_cast<double>(m_length) - 0.5, 1);
    drawFeatures(*prepared, *start);
    drawTargets(*prepared, *start);
    header().setCaption(exportCaption());
}

void WindowCard::drawFeatures(const PreparedData<float> &prepared, std::int64_t start)
{
    const Matrix<float> &inputs = prepared.inputsOnly.store().inputs;
    const std::vector<std::size_t> drawn = featuresToDraw(prepared);
    for (std::size_t i = 0; i < m_features.size(); ++i) {
        const int series = m_features[i];
        if (i >= drawn.size() || static_cast<Index>(drawn[i]) >= inputs.rows()) {
            m_plot->setSeries(series, nullptr);
            continue;
        }
        std::vector<double> values(static_cast<std::size_t>(m_length));
        for (Index step = 0; step < m_length; ++step)
            values[static_cast<std::size_t>(step)] =
                static_cast<double>(inputs(static_cast<Index>(drawn[i]), start + step));
        m_plot->setSeriesName(series, plainText(prepared.featureNames[drawn[i]], 18));
        m_plot->setSeriesPen(series, quantityColor(Quantity::Input, palette()), 1.5, kDashes[i]);
        m_plot->setSeries(series, std::make_shared<const std::vector<double>>(std::move(values)));
    }
}

void WindowCard::drawTargets(const PreparedData<float> &prepared, std::int64_t start)
{
    const DataOptions &options = m_draft.options();
    const Matrix<float> &targets = prepared.inputsOnly.store().targets;
    const bool drawn =
        prepared.options.task == TaskKind::Regression && !prepared.tableRows.empty() && targets.rows() > 0;
    double last = static_cast<double>(m_length) - 0.5;
    if (drawn) {
        const Index furthest = options.horizons.empty() ? 0 : options.horizons.back();
        std::vector<double> values(static_cast<std::size_t>(furthest) + 1, std::nan(""));
        for (const Index horizon : options.horizons) {
            const Index row = start + m_length - 1 + horizon;
            if (row < targets.cols())
                values[static_cast<std::size_t>(horizon)] = static_cast<double>(targets(0, row));
        }
        m_plot->setSeriesName(m_target, tr("target: %1").arg(plainText(prepared.targetNames.front(), 18)));
        m_plot->setSeriesPen(m_target, quantityColor(Quantity::Target, palette()), 1.5);
        m_plot->setSeries(m_target, std::make_shared<const std::vector<double>>(std::move(values)),
                          static_cast<double>(m_length - 1));
        last = std::max(last, static_cast<double>(m_length - 1 + furthest) + 0.5);
    } else {
        m_plot->setSeries(m_target, nullptr);
    }
    m_plot->setRows(-0.5, last + 0.02 * (last + 1.0));
}

QString WindowCard::hoverText(double step) const
{
    const double at = std::round(step);
    QString text = tr("step %1").arg(at);
    for (const int series : m_features) {
        const double value = m_plot->valueAt(series, at);
        if (!std::isnan(value))
            text += QStringLiteral("\n%1 = %2").arg(m_plot->seriesName(series), shortNumber(value));
    }
    if (const double target = m_plot->valueAt(m_target, at); !std::isnan(target))
        text += QStringLiteral("\n%1 = %2").arg(m_plot->seriesName(m_target), shortNumber(target));
    return at < -0.5 ? QString() : text;
}

QString WindowCard::exportTitle() const
{
    return tr("One window");
}

QString WindowCard::exportCaption() const
{
    const auto prepared = m_draft.open().prepared;
    if (!prepared || m_length == 0)
        return {};
    const std::int64_t sequence = m_selection.sequence();
    const bool training = sequence < prepared->train.size();
    QString caption = (prepared->options.scale == ScaleKind::None
                           ? tr("sequence %1 (%2) · %3 steps · not scaled")
                           : tr("sequence %1 (%2) · %3 steps · scaled as the network reads them"))
                          .arg(sequence)
                          .arg(training ? tr("training") : tr("validation"))
                          .arg(m_length);
    if (prepared->featureNames.size() > kMostFeatures)
        caption +=
            tr(" · %1 of %2 features, the target's own first").arg(kMostFeatures).arg(prepared->featureNames.size());
    if (prepared->options.task == TaskKind::Classification && prepared->train.hasTargets()) {
        const auto &set = training ? prepared->train : prepared->validation;
        const auto label =
            static_cast<std::size_t>(set.target(training ? sequence : sequence - prepared->train.size())(0));
        if (label < prepared->classNames.size())
            caption += tr(" · class %1").arg(plainText(prepared->classNames[label], 24));
    }
    return caption;
}

QString WindowCard::csv() const
{
    const auto prepared = m_draft.open().prepared;
    const auto start = prepared ? windowStart(*prepared, m_selection.sequence()) : std::nullopt;
    if (!start)
        return {};
    QString text = QStringLiteral("step");
    for (const std::string &name : prepared->featureNames)
        text += QLatin1Char(',') + csvName(name);
    text += QStringLiteral("\r\n");
    const Matrix<float> &inputs = prepared->inputsOnly.store().inputs;
    for (Index step = 0; step < m_length; ++step) {
        text += QString::number(step);
        for (Index i = 0; i < inputs.rows(); ++i)
            text += QLatin1Char(',') + csvNumber(static_cast<double>(inputs(i, *start + step)));
        text += QStringLiteral("\r\n");
    }
    return text;
}

} // namespace gatescope
