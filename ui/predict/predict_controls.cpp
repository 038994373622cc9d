// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/predict_controls.h"

#include "ui/document/shared/actions.h"
#include "ui/look/icons.h"
#include "ui/widgets/common/still_text.h"
#include "ui/widgets/controls/flow_layout.h"
#include "ui/widgets/form/number_box.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

#include <utility>

namespace gatescope {

namespace {

constexpr int kGap = 8; ///< pixels between two fields

const char *const kFreeTip = QT_TRANSLATE_NOOP(
    "gatescope::PredictControls",
    "From a start on, each forecast becomes the input of the next: errors add up as they would in the unknown.");

const char *const kOtherTip = QT_TRANSLATE_NOOP(
    "gatescope::PredictControls",
    "Applies the network to another file with the same columns; the scaling stays that of the training.");
const char *const kSaveTip =
    QT_TRANSLATE_NOOP("gatescope::PredictControls",
                      "Writes every window's prediction, and the future, to a CSV, its rows counted from 0.");

constexpr QLatin1String kWeightsKey("weights"), kOutputKey("output"), kFutureKey("future"), kFreeKey("free_run"),
    kStartKey("from_row"), kStepsKey("rows"), kIntervalKey("interval"); // of a session's file
constexpr QLatin1String kBestWeights("best"), kCurrentWeights("current");

} // namespace

PredictControls::PredictControls(QWidget *parent)
    : QWidget(parent), m_weights(new QComboBox(this)), m_output(new QComboBox(this)), m_interval(new QComboBox(this)),
      m_free(new QCheckBox(tr("Free run"), this)), m_future(new QCheckBox(tr("Future"), this)),
      m_start(new IntegerBox(this)), m_steps(new IntegerBox(this)), m_state(new StillText(this))
{
    auto *row = new FlowLayout(this, kGap); // lines, where there is no room for all of it in one
    m_weights->setObjectName(QStringLiteral("weights"));
    m_weights->setAccessibleName(tr("Weights"));
    m_weights->setToolTip(
        tr("Which weights predict: those of this moment, or those of the epoch with the lowest validation loss."));
    m_weights->addItems({tr("current weights"), tr("best weights")});
    for (QComboBox *box : {m_weights, m_output, m_interval})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_output->setObjectName(QStringLiteral("output"));
    m_output->setAccessibleName(tr("Output"));
    m_output->setToolTip(tr("Which of the network's outputs is shown."));
    m_output->hide();
    m_free->setObjectName(QStringLiteral("free-run"));
    m_free->setToolTip(tr(kFreeTip));
    m_start->setObjectName(QStringLiteral("free-start"));
    m_start->setPrefix(tr("from row "));
    m_start->setAccessibleName(tr("First row of the free run"));
    m_start->setToolTip(tr("The row whose value is predicted first; dragging in the picture moves it."));
    m_steps->setObjectName(QStringLiteral("free-steps"));
    m_steps->setSuffix(tr(" rows"));
    m_steps->setAccessibleName(tr("Length of the free run"));
    m_steps->setToolTip(tr("How many rows are predicted one after the other."));
    m_steps->setRange(1, 10'000);
    m_steps->setValue(48);
    m_future->setObjectName(QStringLiteral("future"));
    m_future->setChecked(true);
    m_future->setToolTip(
        tr("What comes after the last row that is known: the newest window's outputs, and the free run "
           "beyond them where it can go on."));
    m_interval->setObjectName(QStringLiteral("interval"));
    m_interval->setAccessibleName(tr("Interval"));
    m_interval->setToolTip(tr("Draws the range that holds this share of the targets, if the errors stay what they were "
                              "on the validation part (split conformal prediction)."));
    setUpFields();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_weights), static_cast<QWidget *>(m_output), static_cast<QWidget *>(m_free),
          static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_future),
          static_cast<QWidget *>(m_interval)})
        row->addWidget(widget);
    auto *buttons = new QWidget(this); // they go to another line together
    m_buttons = new QHBoxLayout(buttons);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(kGap);
    row->addWidget(buttons);
    m_state->setObjectName(QStringLiteral("predict-state"));
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the fields have their room first
    row->addWidget(m_state);
    m_back = addButton(QStringLiteral("home"), tr("Back to the open data"),
                       tr("Shows the forecasts for the open data again."));
    m_other = addButton(QStringLiteral("open"), tr("Another CSV…"), tr(kOtherTip));
    m_save = addButton(QStringLiteral("save"), tr("Save predictions…"), tr(kSaveTip));
    m_back->setObjectName(QStringLiteral("back-to-data"));
    m_other->setObjectName(QStringLiteral("other-file"));
    m_save->setObjectName(QStringLiteral("save-predictions"));
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &PredictControls::openDataWanted);
    connect(m_other, &QPushButton::clicked, this, &PredictControls::otherFileWanted);
    connect(m_save, &QPushButton::clicked, this, &PredictControls::saveWanted);
    setAnything(false);
}

void PredictControls::setUpFields()
{
    m_interval->addItem(tr("no interval"));
    for (const int level : {50, 80, 90, 95})
        m_interval->addItem(tr("%1 % interval").arg(level), level / 100.0);
    connect(m_future, &QCheckBox::clicked, this, &PredictControls::futureChanged);
    connect(m_interval, &QComboBox::activated, this, &PredictControls::intervalChosen);
    for (QSpinBox *box : {m_start, m_steps}) {
        box->setKeyboardTracking(false);
        connect(box, &QSpinBox::valueChanged, this, &PredictControls::freeRunChanged);
    }
    connect(m_free, &QCheckBox::clicked, this, &PredictControls::freeRunChanged);
    connect(m_weights, &QComboBox::activated, this, &PredictControls::weightsChosen);
    connect(m_output, &QComboBox::activated, this, &PredictControls::outputChosen);
}

QPushButton *PredictControls::addButton(const QString &icon, const QString &title, const QString &tip)
{
    auto *button = new QPushButton(themedIcon(icon), title, this);
    button->setProperty("title", title);
    button->setAccessibleName(title);
    button->setToolTip(tip);
    m_buttons->addWidget(button);
    return button;
}

WeightsChoice PredictControls::weights() const
{
    return static_cast<WeightsChoice>(m_weights->currentIndex());
}

void PredictControls::setWeights(std::int64_t currentEpoch, std::int64_t bestEpoch)
{
    m_currentEpoch = currentEpoch;
    m_bestEpoch = bestEpoch;
    showWeights();
    qobject_cast<QStandardItemModel *>(m_weights->model())->item(1)->setEnabled(bestEpoch > 0);
    if (bestEpoch == 0)
        m_weights->setCurrentIndex(0);
}

void PredictControls::showWeights()
{
    m_weights->setItemText(0, (m_isBrief ? tr("now: epoch %1") : tr("current weights (epoch %1)")).arg(m_currentEpoch));
    m_weights->setItemText(1, m_bestEpoch == 0 ? tr("best: none yet")
                              : m_isBrief      ? tr("best: epoch %1").arg(m_bestEpoch)
                                               : tr("best weights (epoch %1)").arg(m_bestEpoch));
}

Index PredictControls::output() const
{
    return std::max(0, m_output->currentIndex());
}

void PredictControls::setOutputs(const QStringList &outputs)
{
    QStringList before;
    for (int i = 0; i < m_output->count(); ++i)
        before << m_output->itemText(i);
    if (outputs == before)
        return;
    m_output->clear();
    m_output->addItems(outputs);
    m_output->setVisible(outputs.size() > 1);
    fit();
}

bool PredictControls::freeRunWanted() const
{
    return m_free->isEnabled() && m_free->isChecked();
}

Index PredictControls::freeStart() const
{
    return m_start->value() - 1;
}

Index PredictControls::freeSteps() const
{
    return m_steps->value();
}

void PredictControls::setFreeRun(bool possible, Index least, Index most, Index start, Index steps)
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_start), QSignalBlocker(m_steps)};
    m_start->setRange(static_cast<int>(least) + 1, static_cast<int>(std::max(least, most)) + 1);
    m_start->setValue(static_cast<int>(start) + 1);
    m_steps->setValue(static_cast<int>(steps));
    m_free->setEnabled(possible);
    m_free->setChecked(possible);
    for (QSpinBox *box : {m_start, m_steps})
        box->setEnabled(possible);
}

void PredictControls::bindPlaces(Actions &actions)
{
    actions.bind(QStringLiteral("predict.free-run"), {[this](const QString &rows) { m_steps->setValue(rows.toInt()); },
                                                      [this] { return QString::number(m_steps->value()); }});
}

void PredictControls::setFreeStart(Index row)
{
    m_start->setValue(static_cast<int>(row) + 1);
}

void PredictControls::setFreeProblem(const QString &problem)
{
    m_problem = problem;
    showState();
    m_free->setEnabled(problem.isEmpty());
    m_free->setToolTip(problem.isEmpty() ? tr(kFreeTip) : problem);
    for (QSpinBox *box : {m_start, m_steps}) {
        box->setEnabled(problem.isEmpty());
        box->setVisible(problem.isEmpty());
    }
}

bool PredictControls::futureWanted() const
{
    return m_future->isChecked();
}

std::optional<double> PredictControls::intervalLevel() const
{
    const QVariant level = m_interval->currentData();
    return m_interval->isEnabled() && level.isValid() ? std::optional(level.toDouble()) : std::nullopt;
}

void PredictControls::setIntervalProblem(const QString &problem)
{
    m_interval->setVisible(problem.isEmpty());
    m_interval->setEnabled(problem.isEmpty());
}

QJsonObject PredictControls::state() const
{
    QJsonObject state{{kWeightsKey, weights() == WeightsChoice::Best ? kBestWeights : kCurrentWeights},
                      {kOutputKey, m_output->currentIndex()},
                      {kFutureKey, m_future->isChecked()},
                      {kFreeKey, m_free->isChecked()},
                      {kStartKey, m_start->value()},
                      {kStepsKey, m_steps->value()}};
    if (const QVariant level = m_interval->currentData(); level.isValid())
        state.insert(kIntervalKey, level.toDouble());
    return state;
}

void PredictControls::choose(const QJsonObject &state)
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_start), QSignalBlocker(m_steps)};
    if (state.value(kWeightsKey).toString() != kBestWeights)
        m_weights->setCurrentIndex(0);
    else if (m_bestEpoch > 0)
        m_weights->setCurrentIndex(1);
    m_output->setCurrentIndex(
        std::clamp(state.value(kOutputKey).toInt(m_output->currentIndex()), -1, m_output->count() - 1));
    m_future->setChecked(state.value(kFutureKey).toBool(m_future->isChecked()));
    if (m_free->isEnabled()) {
        m_free->setChecked(state.value(kFreeKey).toBool(m_free->isChecked()));
        m_start->setValue(state.value(kStartKey).toInt(m_start->value())); // kept within their ranges
        m_steps->setValue(state.value(kStepsKey).toInt(m_steps->value()));
    }
    m_interval->setCurrentIndex(std::max(0, m_interval->findData(state.value(kIntervalKey).toVariant())));
}

void PredictControls::setOtherFile(const QString &name)
{
    m_back->setVisible(!name.isEmpty());
    fit();
}

void PredictControls::setBusy(bool busy)
{
    m_isBusy = busy;
    showState();
}

void PredictControls::showState()
{
    m_state->setText(m_isBusy ? tr("computing …") : m_problem);
    m_state->setToolTip(m_problem);
}

void PredictControls::setAnything(bool anything)
{
    const QString why = anything ? QString() : tr("A forecast needs data: open some.");
    for (const auto &[button, tip] : {std::pair(m_other, kOtherTip), std::pair(m_save, kSaveTip)}) {
        button->setEnabled(anything);
        button->setToolTip(anything ? tr(tip) : why);
    }
    m_weights->setEnabled(anything);
    m_future->setEnabled(anything);
}

void PredictControls::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// The buttons lose their words first, then the fields; no number is cut.
void PredictControls::fit()
{
    const auto setWords = [this](bool words) {
        for (QPushButton *button : {m_back, m_other, m_save})
            button->setText(words ? button->property("title").toString() : QString());
        m_buttons->invalidate();
        m_buttons->parentWidget()->updateGeometry(); // what was measured of it does not hold any more
    };
    const auto fits = [this] {
        layout()->invalidate();
        return layout()->sizeHint().width() <= width();
    };
    setBrief(false);
    setWords(true);
    if (fits())
        return;
    setWords(false);
    setBrief(!fits());
    setWords(!fits()); // in a line of their own they have room for their words
}

void PredictControls::setBrief(bool brief)
{
    m_isBrief = brief;
    showWeights();
    m_start->setPrefix(brief ? tr("row ") : tr("from row "));
}

} // namespace gatescope
