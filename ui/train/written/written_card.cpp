// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/written/written_card.h"

#include "core/evaluation/text_sample.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/document/shared/epoch_reached.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/problem_label.h"
#include "ui/widgets/form/number_box.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

constexpr std::int64_t kCharacters = 240; ///< of one sample
constexpr std::size_t kMostSamples = 40;

QString placeOf(const Snapshot &snapshot)
{
    return snapshot.batchInEpoch == 0
               ? QObject::tr("after epoch %1").arg(snapshot.epoch)
               : QObject::tr("epoch %1, batch %2").arg(epochReached(snapshot)).arg(snapshot.batchInEpoch);
}

} // namespace

WrittenCard::WrittenCard(ShownMoment &moment, QWidget *parent)
    : Card(tr("What it writes"), parent), m_moment(moment), m_start(new QLineEdit(this)),
      m_temperature(new DecimalBox(this)), m_write(new QPushButton(tr("Write"), this)),
      m_more(new QPushButton(tr("Write more"), this)), m_problem(new ProblemLabel(this)),
      m_paper(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("written"));
    makeTools();
    m_paper->setReadOnly(true);
    m_paper->setFrameShape(QFrame::NoFrame);
    m_paper->setObjectName(QStringLiteral("written-text"));
    m_paper->setAccessibleName(tr("What the network writes, newest first"));
    m_paper->setToolTip(
        tr("Each character is drawn from the network's chances and read as its next input. Not your text: "
           "the network makes it up."));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_paper->setFont(font);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 0, 12, 8);
    column->setSpacing(2);
    column->addWidget(m_problem);
    column->addWidget(m_paper, 1);
    setContent(content);
    connect(&moment.training(), &LiveTraining::snapshotChanged, this, &WrittenCard::follow);
    connect(&moment.training(), &LiveTraining::sessionReset, this, [this] {
        forget();
        follow();
    });
    follow();
}

void WrittenCard::makeTools()
{
    auto *startName = new QLabel(tr("start"), this);
    m_start->setPlaceholderText(tr("a line end"));
    m_start->setMaximumWidth(180);
    m_start->setObjectName(QStringLiteral("written-start"));
    m_start->setAccessibleName(tr("Start text"));
    m_start->setToolTip(tr("What the network reads before it writes; empty: a line end."));
    auto *temperatureName = new QLabel(tr("temperature"), this);
    m_temperature->setRange(0.0, 5.0);
    m_temperature->setSingleStep(0.1);
    m_temperature->setDecimals(2);
    m_temperature->setValue(0.8);
    m_temperature->setKeyboardTracking(false);
    m_temperature->setObjectName(QStringLiteral("written-temperature"));
    m_temperature->setAccessibleName(tr("Temperature"));
    m_temperature->setToolTip(
        tr("The outputs are divided by it: 1 as learned, less is surer, more is bolder, 0 always the likeliest."));
    m_write->setObjectName(QStringLiteral("written-write"));
    m_write->setToolTip(tr("Lets the weights that are shown now write from the start text."));
    m_more->setObjectName(QStringLiteral("written-more"));
    m_more->setToolTip(tr("Goes on with the newest sample."));
    for (QWidget *tool :
         std::initializer_list<QWidget *>{startName, m_start, temperatureName, m_temperature, m_write, m_more})
        header().addTool(tool);
    connect(m_write, &QPushButton::clicked, this, &WrittenCard::write);
    connect(m_more, &QPushButton::clicked, this, &WrittenCard::writeMore);
    connect(m_start, &QLineEdit::returnPressed, this, &WrittenCard::write);
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, &WrittenCard::write);
}

double WrittenCard::temperature() const
{
    return m_temperature->value();
}

void WrittenCard::setTemperature(double temperature)
{
    m_temperature->setValue(temperature);
}

void WrittenCard::follow()
{
    const auto prepared = m_moment.training().data();
    const auto snapshot = m_moment.training().snapshot();
    const bool text = prepared && prepared->text && snapshot;
    setVisible(text);
    if (m_generation >= 0 && (!text || snapshot->generation != m_generation))
        forget();
    if (!text)
        return;
    if (snapshot->generation != m_generation || snapshot->epoch > m_epoch) {
        m_generation = snapshot->generation;
        m_epoch = snapshot->epoch;
        ask(snapshot, false);
    }
}

/// What another network wrote, or was to write.
void WrittenCard::forget()
{
    m_generation = -1;
    m_job.abandon();
    m_next.reset();
    m_samples.clear();
    m_problem->setProblem({});
    showSamples();
}

void WrittenCard::ask(const std::shared_ptr<const Snapshot> &snapshot, bool more)
{
    const auto prepared = m_moment.training().data();
    if (snapshot && prepared && prepared->text)
        begin({snapshot, prepared, placeOf(*snapshot), more});
}

void WrittenCard::write()
{
    ask(m_moment.snapshot(), false);
}

void WrittenCard::writeMore()
{
    ask(m_moment.snapshot(), !m_samples.empty());
}

void WrittenCard::begin(Wanted wanted)
{
    if (m_job.isRunning()) {
        m_next = std::move(wanted);
        return;
    }
    auto sample = std::make_shared<Sample>();
    const bool more = wanted.more && !m_samples.empty();
    if (more)
        *sample = m_samples.front();
    else
        *sample = {wanted.place, m_start->text().toStdString(), {}, m_temperature->value(), 0};
    sample->seed = more ? sample->seed + 1 : static_cast<std::uint64_t>(wanted.snapshot->step);
    const auto work = [sample, snapshot = wanted.snapshot, prepared = wanted.prepared](const std::stop_token &) {
        Network<float> network(snapshot->settings.network);
        std::ranges::copy(snapshot->parameters, network.parameters().begin());
        SampleOptions options{kCharacters, sample->temperature, sample->start + sample->text, sample->seed};
        sample->text += sampleText(network, *prepared, options);
    };
    m_job.start(work, [this, sample, more](const QString &error) {
        m_problem->setProblem(error);
        if (error.isEmpty())
            take(*sample, more);
        if (m_next)
            begin(*std::exchange(m_next, std::nullopt));
    });
}

void WrittenCard::take(Sample sample, bool more)
{
    if (more)
        m_samples.pop_front();
    m_samples.push_front(std::move(sample));
    if (m_samples.size() > kMostSamples)
        m_samples.pop_back();
    showSamples();
}

void WrittenCard::showSamples()
{
    QString text;
    for (const Sample &sample : m_samples) {
        text += tr("— %1, temperature %2 —").arg(sample.place).arg(sample.temperature, 0, 'g', 3) + QLatin1Char('\n')
                + QString::fromStdString(sample.start + sample.text).trimmed() + QStringLiteral("\n\n");
    }
    m_paper->setPlainText(text);
    m_more->setEnabled(!m_samples.empty());
    header().setCaption(m_samples.empty() ? QString() : m_samples.front().place);
}

} // namespace gatescope
