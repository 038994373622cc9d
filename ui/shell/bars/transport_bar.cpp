// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars/transport_bar.h"

#include "core/evaluation/text_sample.h"
#include "ui/document/document.h"
#include "ui/document/shared/epoch_reached.h"
#include "ui/document/shared/preferences.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/shell/bars/metric.h"
#include "ui/shell/bars/run_actions.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>

#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

constexpr double kFullBatches = 1000.0; ///< a second: what full speed is called

QString clockText(double seconds)
{
    if (!(seconds >= 0) || !std::isfinite(seconds))
        return QStringLiteral("–");
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole >= 3600)
        return QStringLiteral("%1:%2:%3")
            .arg(whole / 3600)
            .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
            .arg(whole % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString lossText(double loss)
{
    if (std::isnan(loss))
        return QStringLiteral("–");
    return loss >= 1e-4 && loss < 1e4 ? QString::number(loss, 'f', loss < 10 ? 5 : 1) : shortNumber(loss);
}

} // namespace

TransportBar::TransportBar(Document &document, RunActions &actions, QWidget *parent)
    : QWidget(parent), m_document(document), m_layout(new QHBoxLayout(this)), m_speedBox(new QWidget(this)),
      m_speedCaption(new QLabel(tr("speed"), m_speedBox)), m_speed(new QSlider(Qt::Horizontal, m_speedBox)),
      m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("transport"));
    setAccessibleName(tr("Transport"));
    m_layout->setContentsMargins(12, 8, 12, 8);
    m_layout->setSpacing(6);
    for (QAction *action :
         {actions.run, actions.batch, actions.epoch, actions.phase, actions.stop, actions.reset, actions.newWeights})
        addButton(action);
    m_buttons.front().first->setProperty("accent", true);
    m_layout->addSpacing(8);

    auto *speedLayout = new QVBoxLayout(m_speedBox);
    speedLayout->setContentsMargins(0, 0, 0, 0);
    speedLayout->setSpacing(0);
    speedLayout->addWidget(m_speedCaption);
    speedLayout->addWidget(m_speed);
    m_speed->setRange(0, Preferences::kFullSpeed);
    m_speed->setPageStep(2);
    m_speed->setFixedWidth(96);
    m_speed->setFocusPolicy(Qt::TabFocus);
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_layout->addWidget(m_speedBox);
    m_layout->addStretch(1);
    addMetrics();

    m_progress->setTextVisible(false);
    m_progress->setFixedSize(84, 8);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setToolTip(tr("The share of the training that is done."));
    m_layout->addWidget(m_progress);

    connect(m_speed, &QSlider::valueChanged, this, [this](int speed) {
        m_speed->setToolTip(speed == Preferences::kFullSpeed
                                ? tr("Full speed; to the left is slow motion.")
                                : tr("Slow motion: at most %1 batches a second.").arg(1.0 / delayAt(speed), 0, 'g', 3));
        m_document.training().setDelay(delayAt(speed));
        Q_EMIT speedChanged(speed);
    });
    m_speed->setValue(Preferences::kFullSpeed);
    connect(&document.training(), &LiveTraining::snapshotChanged, this, &TransportBar::showSnapshot);
    connect(&document.training(), &LiveTraining::sessionReset, this,
            [this] { showSnapshot(m_document.training().snapshot()); });
    connect(&document.training().opponents(), &LiveOpponents::measured, this, &TransportBar::showSkill);
    applyFonts();
    showSnapshot(document.training().snapshot());
}

void TransportBar::addMetrics()
{
    m_epoch =
        addMetric(tr("epoch"), QStringLiteral("200 / 200"),
                  tr("The epoch under way, or the last one completed, of all: one epoch is once through all training "
                     "sequences."));
    m_loss =
        addMetric(tr("training loss"), QStringLiteral("0.00000"), tr("The error on the last batch, in scaled units."));
    m_validation = addMetric(tr("validation"), QStringLiteral("0.00000"),
                             tr("The error on the validation sequences after the last epoch, in scaled units."));
    m_skill = addMetric(tr("vs least squares"), QStringLiteral("> × 9,999"), {});
    m_skill->setObjectName(QStringLiteral("skill"));
    m_left =
        addMetric(tr("left"), QStringLiteral("00:00"), tr("Estimated time to the last epoch, in minutes and seconds."));
    m_batch = addMetric(tr("batch"), QStringLiteral("000 / 000"), tr("Batches trained of the epoch under way."));
    m_rate = addMetric(tr("samples/s"), QStringLiteral("000,000"),
                       tr("Training sequences learnt from per second, over the last second."));
    m_metrics = {m_epoch, m_loss, m_validation, m_skill, m_left, m_batch, m_rate};
    for (Metric *metric : {m_epoch, m_batch, m_loss, m_validation, m_skill, m_rate, m_left})
        m_layout->addWidget(metric);
}

void TransportBar::applyFonts()
{
    m_speedCaption->setFont(themeFont(TextRole::Caption));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, themeColors(palette()).muted);
    m_speedCaption->setPalette(muted);
}

double TransportBar::delayAt(int speed)
{
    return speed >= Preferences::kFullSpeed ? 0.0 : std::pow(10.0, -speed * 3.0 / Preferences::kFullSpeed);
}

int TransportBar::speed() const
{
    return m_speed->value();
}

void TransportBar::setSpeed(int speed)
{
    m_speed->setValue(speed);
}

void TransportBar::setBatchesPerSecond(double batches)
{
    const double place = std::log10(std::clamp(batches, 1.0, kFullBatches)) * Preferences::kFullSpeed / 3.0;
    setSpeed(static_cast<int>(std::lround(place)));
}

double TransportBar::batchesPerSecond() const
{
    return speed() >= Preferences::kFullSpeed ? kFullBatches : 1.0 / delayAt(speed());
}

QPushButton *TransportBar::addButton(QAction *action)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QStringLiteral("transport-") + action->objectName());
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, button, action] {
        const QString before = button->accessibleName();
        updateButton(*button, *action);
        if (before != button->accessibleName()) // "Pause" may need more room than "Run"
            QMetaObject::invokeMethod(this, &TransportBar::fit, Qt::QueuedConnection);
    });
    m_layout->addWidget(button);
    m_buttons.emplace_back(button, action);
    updateButton(*button, *action);
    return button;
}

void TransportBar::updateButton(QPushButton &button, const QAction &action) const
{
    const bool main = &button == m_buttons.front().first;
    button.setText(m_words || (main && m_mainWord) ? action.text() : QString());
    button.setAccessibleName(action.text());
    button.setIcon(action.icon());
    button.setEnabled(action.isEnabled());
    button.setToolTip(action.toolTip());
}

Metric *TransportBar::addMetric(const QString &caption, const QString &widest, const QString &tip)
{
    auto *metric = new Metric(caption, widest, tip, this);
    connect(metric, &Metric::grew, this, &TransportBar::fit, Qt::QueuedConnection);
    return metric;
}

void TransportBar::showSnapshot(const std::shared_ptr<const Snapshot> &snapshot)
{
    if (!snapshot) {
        for (Metric *metric : m_metrics)
            metric->setValue(QStringLiteral("–"));
        m_progress->setValue(0);
        return;
    }
    const bool text = m_document.data() && m_document.data()->text;
    const std::int64_t epochs = snapshot->settings.training.epochs;
    m_epoch->setValue(tr("%1 / %2").arg(epochReached(*snapshot)).arg(epochs));
    m_batch->setValue(tr("%1 / %2").arg(snapshot->batchInEpoch).arg(snapshot->batchesPerEpoch));
    const auto shownLoss = [text](double loss) { return lossText(text ? loss / std::numbers::ln2 : loss); };
    m_loss->setValue(shownLoss(snapshot->loss));
    m_loss->setCaption(text ? tr("training bits") : tr("training loss"));
    m_loss->setToolTip(text ? tr("The error on the last batch in bits a character: the loss by the logarithm of two.")
                            : tr("The error on the last batch, in scaled units."));
    const std::vector<EpochRecord> &records = m_document.training().history().epochs();
    const std::optional<double> validation = records.empty() ? std::nullopt : records.back().validationLoss;
    m_validation->setValue(validation ? shownLoss(*validation) : QStringLiteral("–"));
    m_validation->setCaption(text ? tr("bits/char") : tr("validation"));
    m_validation->setToolTip(
        text ? tr("Bits a character on the validation part after the last epoch: how many yes-or-no "
                  "questions each next character still takes, on average.")
             : tr("The error on the validation sequences after the last epoch, in scaled units."));
    showSkill();
    const bool running = snapshot->state == SessionState::Running;
    m_rate->setValue(snapshot->samplesPerSecond > 0 ? groupedNumber(std::llround(snapshot->samplesPerSecond))
                                                    : QStringLiteral("–"));
    m_left->setValue(running ? clockText(snapshot->secondsLeft) : QStringLiteral("–"));
    const double all =
        static_cast<double>(epochs) * static_cast<double>(std::max<std::int64_t>(snapshot->batchesPerEpoch, 1));
    m_progress->setValue(
        static_cast<int>(1000.0 * std::min(1.0, static_cast<double>(snapshot->step) / std::max(all, 1.0))));
    m_progress->setAccessibleDescription(tr("%1 %").arg(m_progress->value() / 10));
}

void TransportBar::showSkill()
{
    const LiveOpponents &opponents = m_document.training().opponents();
    const std::vector<EpochRecord> &records = m_document.training().history().epochs();
    const std::optional<double> loss = records.empty() ? std::nullopt : records.back().validationLoss;
    const OpponentLoss *best = opponents.best();
    const std::optional<double> skill = loss ? opponents.skill(*loss) : std::nullopt;
    m_skill->setCaption(best ? tr("vs %1").arg(coreWords(best->info->name)) : tr("vs baseline"));
    m_skill->setValue(skill ? skillWords(*skill) : QStringLiteral("–"));
    m_skill->setTone(skill && *skill < 0.0 ? Metric::Tone::Bad : Metric::Tone::Plain);
    if (!best) {
        m_skill->setToolTip(opponents.isMeasuring()     ? tr("The naive forecasts are being measured.")
                            : opponents.areComparable() ? tr("No naive forecast to compare with.")
                                                        : tr("This training's loss is asked at every step, and naive "
                                                             "forecasts at the window's end: Predict compares them."));
        return;
    }
    if (opponents.areOfText()) {
        showTextSkill(skill);
        return;
    }
    QString tip = tr("How much smaller the validation loss is than that of the best naive forecast, %1 (%2). %3")
                      .arg(coreWords(best->info->name), shortNumber(best->loss), coreWords(best->info->summary));
    if (skill && *skill < 0.0)
        tip += tr(" It is ahead of the network.");
    m_skill->setToolTip(tip);
}

/// All that counting can do, in bits a character.
void TransportBar::showTextSkill(std::optional<double> skill)
{
    const LiveOpponents &opponents = m_document.training().opponents();
    QStringList lines;
    for (const OpponentLoss &opponent : opponents.losses())
        lines << tr("%1: %2 bits a character")
                     .arg(coreWords(opponent.info->name))
                     .arg(opponent.loss / std::numbers::ln2, 0, 'f', 3);
    QString tip = tr("How much smaller the validation loss is than that of the best way of counting characters in the "
                     "training part:\n%1")
                      .arg(lines.join(QLatin1Char('\n')));
    if (skill && *skill < 0.0)
        tip += tr("\nCounting is ahead of the network.");
    m_skill->setToolTip(tip);
}

void TransportBar::fit()
{
    chooseParts();
    m_layout->activate(); // none is drawn in the place it had before
}

/// Words, then figures give way, until what is left has its whole width.
void TransportBar::chooseParts()
{
    const auto needed = [this] {
        m_layout->invalidate();
        return m_layout->minimumSize().width();
    };
    const auto setWords = [this](bool words, bool mainWord) {
        m_words = words;
        m_mainWord = mainWord;
        for (const auto &[button, action] : m_buttons) {
            updateButton(*button, *action);
            button->setMinimumWidth(0);
        }
    };
    for (Metric *metric : m_metrics)
        metric->setVisible(true);
    m_progress->setVisible(true);
    m_speedBox->setVisible(true);
    setWords(true, true);
    if (needed() <= width())
        return;
    setWords(false, true);
    const std::vector<QWidget *> expendable = {m_rate, m_batch, m_left, m_progress, m_skill, m_speedBox, m_validation};
    for (QWidget *widget : expendable) {
        if (needed() <= width())
            return;
        widget->setVisible(false);
    }
    if (needed() > width())
        setWords(false, false);
    if (needed() > width())
        m_loss->setVisible(false);
}

void TransportBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void TransportBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TransportBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        applyFonts();
        fit();
        QMetaObject::invokeMethod(this, &TransportBar::fit, Qt::QueuedConnection); // the parts have their fonts then
    }
    QWidget::changeEvent(event);
}

} // namespace gatescope
