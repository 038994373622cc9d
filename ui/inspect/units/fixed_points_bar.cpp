// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/units/fixed_points_bar.h"

#include "ui/document/shared/epoch_reached.h"
#include "ui/inspect/dynamics/points_history.h"
#include "ui/inspect/dynamics/points_list.h"
#include "ui/inspect/units/portrait_view.h"
#include "ui/look/core_words.h"
#include "ui/widgets/form/quiet_label.h"
#include "ui/widgets/form/table_style.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr Index kLargeState = 256;        ///< units of all layers from which on the search takes seconds and more
constexpr double kSecondsAt256 = 0.6;     ///< as gatescope_fixed_points measured it; it grows with the third power
constexpr std::size_t kMostMoments = 100; ///< as many as a film has frames; fewer than are kept
constexpr int kRestMilliseconds = 400;
constexpr Index kAheadState = 160; ///< up to here the moments of a film are looked at ahead of it

} // namespace

FixedPointsBar::FixedPointsBar(Inspection &inspection, PortraitView &view, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_view(view), m_input(new QComboBox(this)),
      m_arrows(new QCheckBox(tr("flow"), this)), m_basins(new QCheckBox(tr("basins"), this)),
      m_sentence(new QuietLabel(QString(), this, LabelTone::Muted)),
      m_flowNote(new QuietLabel(QString(), this, LabelTone::Muted)), m_list(new PointsList(this)),
      m_history(new PointsHistory(inspection.moment(), this))
{
    setProperty("help", QStringLiteral("fixed-points"));
    addControls();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_waiting)
            follow();
    });
    connect(m_input, &QComboBox::currentIndexChanged, this, [this] {
        m_job.stop();
        m_ahead.stop();
        follow();
    });
    connect(&inspection, &Inspection::runChanged, this, &FixedPointsBar::follow);
    connect(&inspection, &Inspection::cursorMoved, this, &FixedPointsBar::cursorMoved);
    connect(&inspection.moment(), &ShownMoment::momentsChanged, this, &FixedPointsBar::showHistory);
    connect(&m_job, &FixedPointsJob::ended, this, &FixedPointsBar::take);
    connect(&m_job, &FixedPointsJob::progress, this, [this](double fraction) {
        if (m_view.fixedPoints().points.empty())
            m_sentence->setText(tr("Looking for fixed points: %1 %.").arg(qRound(100.0 * fraction)));
    });
    connect(&m_ahead, &FixedPointsJob::ended, this, [this](const FixedPoints &found, const QString &problem) {
        if (problem.isEmpty())
            m_kept.keep(m_aheadKey, found);
        showHistory();
        if (problem.isEmpty())
            lookAhead();
    });
    connect(&m_flow, &FlowJob::ended, this, &FixedPointsBar::takeFlow);
    for (QCheckBox *box : {m_arrows, m_basins})
        connect(box, &QCheckBox::toggled, this, &FixedPointsBar::followFlow);
    connect(m_list, &PointsList::chosen, &view, &PortraitView::choosePoint);
    connect(&view, &PortraitView::pointChosen, m_list, &PointsList::choose);
}

void FixedPointsBar::addControls()
{
    m_input->setObjectName(QStringLiteral("fixed-points"));
    m_input->setAccessibleName(tr("Fixed points"));
    m_input->setToolTip(
        tr("States that the network stays in while its input does not change: the memories it can keep. "
           "They are found from states that the data leads to."));
    m_input->addItems({tr("off"), tr("input zero"), tr("mean input"), tr("input at the cursor")});
    m_arrows->setObjectName(QStringLiteral("fixed-points-flow"));
    m_arrows->setToolTip(tr("Draws where one step leads the states of this plane, under the same constant input."));
    m_basins->setObjectName(QStringLiteral("fixed-points-basins"));
    m_basins->setToolTip(tr("Colours the states of this plane by the stable point that each comes to rest in when the "
                            "network runs on."));
    for (QuietLabel *label : {m_sentence, m_flowNote}) {
        label->setWordWrap(true);
        label->hide();
    }
    m_sentence->setObjectName(QStringLiteral("fixed-points-sentence"));
    m_flowNote->setObjectName(QStringLiteral("fixed-points-flow-note"));
    m_list->hide();
    m_history->hide();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 0, 12, 0);
    rows->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("fixed points"), this));
    row->addWidget(m_input, 1);
    row->addWidget(m_arrows);
    row->addWidget(m_basins);
    rows->addLayout(row);
    rows->addWidget(m_sentence);
    rows->addWidget(m_flowNote);
    rows->addWidget(m_list);
    rows->addWidget(m_history);
}

void FixedPointsBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void FixedPointsBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_job.stop();
    m_ahead.stop();
    m_flow.stop();
}

void FixedPointsBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        styleTree(*m_list);
    QWidget::changeEvent(event);
}

void FixedPointsBar::cursorMoved()
{
    if (m_input->currentIndex() == Cursor && m_inspection.hasRun() && m_inspection.cursor().step != m_cursorStep)
        follow();
    else if (m_inspection.hasRun() && m_inspection.cursor().layer != m_flowLayer)
        followFlow(); // another layer has another plane
}

void FixedPointsBar::clear()
{
    m_flow.stop();
    m_view.setFixedPoints({});
    m_list->hide();
    m_flowNote->hide();
}

void FixedPointsBar::follow()
{
    const bool on = m_input->currentIndex() != Off;
    m_sentence->setVisible(on);
    for (QCheckBox *box : {m_arrows, m_basins})
        box->setVisible(on);
    if (!on || !isVisible() || !m_inspection.hasRun()) {
        m_job.stop();
        m_ahead.stop();
        clear();
        m_history->setVisible(false);
        m_sentence->setText(m_inspection.hasRun() ? QString() : m_inspection.why());
        return;
    }
    m_cursorStep = m_inspection.cursor().step;
    m_ofInput = input();
    m_shownKey = keyOf(m_inspection.parameters());
    if (const FixedPoints *known = m_kept.find(m_shownKey)) {
        m_job.stop();
        m_waiting = false;
        show(*known);
        lookAhead();
        return;
    }
    // While a training runs, every search comes to its end, and the next is of the newest weights.
    const bool runs = m_inspection.document().training().isTraining() && !m_inspection.moment().earlier();
    if (runs && (m_job.isRunning() || m_rest.isActive())) {
        m_waiting = true;
        return;
    }
    if (!runs)
        clear();
    search();
}

Vector<double> FixedPointsBar::input() const
{
    const Matrix<float> &input = m_inspection.run().input;
    if (m_input->currentIndex() == Cursor)
        return input.col(m_inspection.cursor().step).cast<double>();
    if (m_input->currentIndex() == Mean)
        return input.cast<double>().rowwise().mean();
    return Vector<double>::Zero(input.rows());
}

ResultKey FixedPointsBar::keyOf(std::span<const float> parameters) const
{
    const double which[] = {static_cast<double>(m_inspection.generation())}; // the searches start where data lead
    return ResultKey()
        .with(parameters)
        .with(std::span(m_ofInput.data(), static_cast<std::size_t>(m_ofInput.size())))
        .with(std::span<const double>(which));
}

void FixedPointsBar::search()
{
    const NetworkOptions &network = m_inspection.settings().network;
    m_waiting = false;
    m_ahead.stop();
    m_ofMoment = m_inspection.moment().placeInTraining();
    const bool large = network.layers * network.hidden >= kLargeState;
    const double units = static_cast<double>(network.layers * network.hidden);
    m_sentence->setText(large ? tr("Looking for fixed points of %1 units: about %2 s or more; “off” ends it.")
                                    .arg(network.layers * network.hidden)
                                    .arg(std::max(1, qRound(kSecondsAt256 * std::pow(units / 256.0, 3.0))))
                              : tr("Looking for fixed points."));
    const std::span<const float> parameters = m_inspection.parameters();
    m_job.start(network, {parameters.begin(), parameters.end()}, m_inspection.sharedData(), m_ofInput);
}

void FixedPointsBar::take(const FixedPoints &found, const QString &problem)
{
    if (!problem.isEmpty()) {
        m_sentence->setText(problem);
        return;
    }
    if (m_waiting) { // the weights have gone on since: these are of a moment before
        show(found);
        m_sentence->setText(tr("%1: %2").arg(m_ofMoment, coreSentence(found.sentence())));
        m_rest.start();
        return;
    }
    m_kept.keep(m_shownKey, found);
    show(found);
    lookAhead();
}

void FixedPointsBar::show(const FixedPoints &found)
{
    m_sentence->setText(coreSentence(found.sentence()));
    m_view.setFixedPoints(found);
    m_list->show(found, m_inspection.hasRun() ? &m_inspection.data() : nullptr);
    m_list->setVisible(!found.points.empty() || !found.slow.empty());
    showHistory();
    followFlow();
}

std::vector<TrainingMoment> FixedPointsBar::momentsAsked() const
{
    const std::vector<TrainingMoment> &moments = m_inspection.moment().moments();
    const std::size_t stride = (moments.size() + kMostMoments - 1) / kMostMoments;
    std::vector<TrainingMoment> asked;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        if (i % stride == 0 || i + 1 == moments.size())
            asked.push_back(moments[i]);
    }
    return asked;
}

void FixedPointsBar::showHistory()
{
    if (m_inspection.document().training().isTraining() && m_history->isVisible())
        return; // it catches up when the training rests
    const std::vector<TrainingMoment> &moments = m_inspection.moment().moments();
    const bool asked = m_input->currentIndex() != Off && isVisible() && m_inspection.hasRun() && moments.size() > 1;
    m_history->setVisible(asked);
    if (!asked)
        return;
    std::vector<PointsAtMoment> all;
    for (const TrainingMoment &moment : momentsAsked()) {
        PointsAtMoment each{moment.step, epochReached(moment, *m_inspection.document().training().snapshot()), {}, {}};
        if (const FixedPoints *known = m_kept.find(keyOf(*moment.parameters))) {
            each.stable = known->count(PointKind::Stable);
            each.saddles = known->count(PointKind::Saddle);
        }
        all.push_back(each);
    }
    m_history->show(std::move(all));
}

void FixedPointsBar::lookAhead()
{
    if (!isVisible() || m_ahead.isRunning() || m_job.isRunning() || m_inspection.document().training().isTraining()
        || m_input->currentIndex() == Off || !m_inspection.hasRun())
        return;
    const NetworkOptions &network = m_inspection.settings().network;
    if (network.layers * network.hidden > kAheadState)
        return;
    for (const TrainingMoment &moment : momentsAsked()) {
        m_aheadKey = keyOf(*moment.parameters);
        if (std::ssize(*moment.parameters) == network.parameterCount() && !m_kept.find(m_aheadKey)) {
            m_ahead.start(network, *moment.parameters, m_inspection.sharedData(), m_ofInput);
            return;
        }
    }
}

void FixedPointsBar::followFlow()
{
    m_flow.stop();
    const bool asked = m_arrows->isChecked() || m_basins->isChecked();
    m_view.setFlow({});
    m_flowNote->hide();
    if (!asked || !isVisible() || !m_inspection.hasRun() || m_input->currentIndex() == Off || m_job.isRunning())
        return;
    const std::span<const float> parameters = m_inspection.parameters();
    m_flowLayer = m_inspection.cursor().layer;
    m_flow.start(m_inspection.settings().network, {parameters.begin(), parameters.end()}, m_ofInput, m_view.plane(),
                 m_view.grid(),
                 m_basins->isChecked() ? std::make_shared<const FixedPoints>(m_view.fixedPoints()) : nullptr);
}

void FixedPointsBar::takeFlow(const FlowField &field, const QString &problem)
{
    m_view.setFlow(field, m_arrows->isChecked());
    const NetworkOptions &network = m_inspection.settings().network;
    m_flowNote->setText(!problem.isEmpty() ? problem
                                           : tr("Of the %1 units this plane shows two directions; the states asked "
                                                "lie in it, all else at its mean, and each runs with the whole "
                                                "network, so its way may leave the plane.")
                                                 .arg(network.layers * network.hidden));
    m_flowNote->setVisible(!problem.isEmpty() || (field.cells() > 0 && !field.whole));
}

} // namespace gatescope
