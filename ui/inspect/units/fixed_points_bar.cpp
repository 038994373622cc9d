// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/units/fixed_points_bar.h"

#include "ui/inspect/units/portrait_view.h"
#include "ui/look/core_words.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>

namespace gatescope {

namespace {

constexpr Index kLargeState = 256; ///< units of all layers from which on the search takes seconds and more

} // namespace

FixedPointsBar::FixedPointsBar(Inspection &inspection, PortraitView &view, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_view(view), m_input(new QComboBox(this)),
      m_sentence(new QuietLabel(QString(), this, LabelTone::Muted))
{
    m_input->setObjectName(QStringLiteral("fixed-points"));
    m_input->setAccessibleName(tr("Fixed points"));
    m_input->setToolTip(
        tr("States that the network stays in while its input does not change: the memories it can keep. "
           "They are found from states that the data leads to."));
    m_input->addItem(tr("off"));
    m_input->addItem(tr("input zero"));
    m_input->addItem(tr("mean input"));
    m_input->addItem(tr("input at the cursor"));
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("fixed-points-sentence"));
    m_sentence->hide();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 0, 12, 0);
    rows->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("fixed points"), this));
    row->addWidget(m_input, 1);
    rows->addLayout(row);
    rows->addWidget(m_sentence);
    connect(m_input, &QComboBox::currentIndexChanged, this, &FixedPointsBar::follow);
    connect(&inspection, &Inspection::runChanged, this, &FixedPointsBar::follow);
    connect(&inspection, &Inspection::cursorMoved, this, &FixedPointsBar::cursorMoved);
    connect(&m_job, &FixedPointsJob::ended, this, &FixedPointsBar::take);
    connect(&m_job, &FixedPointsJob::progress, this, [this](double fraction) {
        m_sentence->setText(tr("Looking for fixed points: %1 %.").arg(qRound(100.0 * fraction)));
    });
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
}

void FixedPointsBar::cursorMoved()
{
    if (m_input->currentIndex() == Cursor && m_inspection.hasRun() && m_inspection.cursor().step != m_cursorStep)
        follow();
}

void FixedPointsBar::follow()
{
    m_job.stop();
    m_view.setFixedPoints({});
    m_sentence->setVisible(m_input->currentIndex() != Off);
    if (m_input->currentIndex() == Off || !isVisible())
        return;
    if (!m_inspection.hasRun()) {
        m_sentence->setText(m_inspection.why());
        return;
    }
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

void FixedPointsBar::search()
{
    const NetworkOptions &network = m_inspection.settings().network;
    m_cursorStep = m_inspection.cursor().step;
    const bool large = network.layers * network.hidden > kLargeState;
    m_sentence->setText(large ? tr("Looking for fixed points of %1 units; that takes a while, “off” ends it.")
                                    .arg(network.layers * network.hidden)
                              : tr("Looking for fixed points."));
    const std::span<const float> parameters = m_inspection.parameters();
    m_job.start(network, {parameters.begin(), parameters.end()}, m_inspection.document().data(), input());
}

void FixedPointsBar::take(const FixedPoints &found, const QString &problem)
{
    m_sentence->setText(problem.isEmpty() ? coreSentence(found.sentence()) : problem);
    m_view.setFixedPoints(found);
}

} // namespace gatescope
