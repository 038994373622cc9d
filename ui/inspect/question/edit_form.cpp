// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/question/edit_form.h"

#include "core/inspect/labels.h"
#include "ui/inspect/shown/inspection.h"
#include "ui/widgets/controls/choice_bar.h"
#include "ui/widgets/controls/flow_layout.h"
#include "ui/widgets/form/number_box.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kSliderSteps = 400;
constexpr double kScaledRange = 4.0; ///< inputs are offered within four scaled units around 0

} // namespace

EditForm::EditForm(Inspection &inspection, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_kind(new ChoiceBar(tr("What is changed"), this)),
      m_scope(new QComboBox(this)), m_feature(new QComboBox(this)), m_where(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_value(new DecimalBox(this)),
      m_mean(new QCheckBox(tr("each unit's mean"), this)), m_ask(new QPushButton(tr("Ask"), this))
{
    m_kind->addChoice(tr("r"), tr("Holds the reset gate at a value in every step."));
    m_kind->addChoice(tr("z"), tr("Holds the update gate at a value in every step."));
    m_kind->addChoice(tr("silence"), tr("Holds the state of the unit at 0 in every step."));
    m_kind->addChoice(tr("input"), tr("Replaces one input at the cursor's step."));
    m_kind->addChoice(tr("state"), tr("Replaces the unit's state after the cursor's step."));
    m_kind->setCurrent(1);
    addFields();
    connect(m_kind, &ChoiceBar::chosen, this, &EditForm::follow);
    connect(m_scope, &QComboBox::activated, this, &EditForm::follow);
    connect(m_feature, &QComboBox::activated, this, &EditForm::follow);
    connect(m_mean, &QCheckBox::toggled, this, [this](bool on) {
        m_slider->setEnabled(!on);
        m_value->setEnabled(!on);
        askNow();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        m_value->setValue(m_value->minimum() + (m_value->maximum() - m_value->minimum()) * position / kSliderSteps);
    });
    connect(m_value, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(static_cast<int>(
            std::lround((value - m_value->minimum()) / (m_value->maximum() - m_value->minimum()) * kSliderSteps)));
        askNow();
    });
    connect(m_ask, &QPushButton::clicked, this, &EditForm::askNow);
    connect(&inspection, &Inspection::runChanged, this, &EditForm::follow);
    connect(&inspection, &Inspection::cursorMoved, this, &EditForm::follow);
    follow();
}

void EditForm::addFields()
{
    m_scope->addItems({tr("this unit"), tr("this layer"), tr("everywhere")});
    m_scope->setToolTip(tr("Which units' gates are held."));
    m_scope->setAccessibleName(tr("Units held"));
    m_feature->setToolTip(tr("Which input is replaced."));
    m_feature->setAccessibleName(tr("Input replaced"));
    m_slider->setRange(0, kSliderSteps);
    m_slider->setToolTip(tr("The value to hold or set; the network answers while it moves."));
    m_slider->setAccessibleName(tr("Value"));
    m_value->setToolTip(m_slider->toolTip());
    m_value->setAccessibleName(tr("Value as a number"));
    m_value->setKeyboardTracking(false);
    m_mean->setToolTip(
        tr("Holds every unit's gate at its own mean over this sequence: what is lost if it may not move?"));
    m_where->setTextFormat(Qt::PlainText);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addWidget(m_kind);
    auto *place = new FlowLayout(nullptr, 6);
    place->addWidget(m_scope);
    place->addWidget(m_feature);
    place->addWidget(m_where);
    place->addWidget(m_mean);
    rows->addLayout(place);
    auto *row = new QHBoxLayout;
    row->addWidget(m_slider, 1);
    row->addWidget(m_value);
    row->addWidget(m_ask, 0, Qt::AlignLeft); // also where it stands alone
    rows->addLayout(row);
}

EditKind EditForm::kind() const
{
    return static_cast<EditKind>(m_kind->current());
}

void EditForm::setKind(EditKind kind)
{
    m_kind->setCurrent(static_cast<int>(kind));
}

EditTarget EditForm::target() const
{
    const Cursor cursor = m_inspection.cursor();
    return {kind(),      static_cast<EditScope>(m_scope->currentIndex()), cursor.layer, cursor.step,
            cursor.unit, std::max(0, m_feature->currentIndex())};
}

double EditForm::networkValue() const
{
    const Scaler &scaler = m_inspection.data().inputScaler;
    const Index feature = target().feature;
    return kind() == EditKind::Input && feature < scaler.size() ? scaler.transform(feature, m_value->value())
                                                                : m_value->value();
}

double EditForm::shownValue(double network) const
{
    const Scaler &scaler = m_inspection.data().inputScaler;
    const Index feature = target().feature;
    return kind() == EditKind::Input && feature < scaler.size() ? scaler.inverse(feature, network) : network;
}

void EditForm::follow()
{
    setEnabled(m_inspection.hasRun());
    m_ask->setToolTip(m_inspection.hasRun()
                          ? tr("Runs the sequence again with this change; the untouched run stays as a ghost.")
                          : m_inspection.why());
    if (!m_inspection.hasRun()) {
        m_feature->setVisible(false); // it has no inputs to choose from
        return;
    }
    const bool gate = kind() == EditKind::Reset || kind() == EditKind::Update;
    const bool valued = kind() != EditKind::Silence;
    m_scope->setVisible(gate);
    m_mean->setVisible(gate);
    m_feature->setVisible(kind() == EditKind::Input);
    m_slider->setVisible(valued);
    m_value->setVisible(valued);
    m_slider->setEnabled(!gate || !m_mean->isChecked());
    m_value->setEnabled(m_slider->isEnabled());
    const Cursor cursor = m_inspection.cursor();
    const QString unit = tr("unit %1 · layer %2").arg(cursor.unit).arg(cursor.layer + 1);
    switch (kind()) {
    case EditKind::Reset:
    case EditKind::Update:
        m_where->setText(m_scope->currentIndex() == 2   ? tr("all layers")
                         : m_scope->currentIndex() == 1 ? tr("layer %1").arg(cursor.layer + 1)
                                                        : unit);
        if (const NetworkOptions &network = m_inspection.run().network;
            kind() == EditKind::Reset ? holdsReset(network.held) : holdsUpdate(network.held))
            m_where->setText(tr("%1 · held at %2 in training")
                                 .arg(m_where->text())
                                 .arg(kind() == EditKind::Reset ? 1.0 : network.heldUpdate()));
        break;
    case EditKind::Silence:
        m_where->setText(unit);
        break;
    case EditKind::Input:
        m_where->setText(tr("at step %1").arg(cursor.step));
        break;
    case EditKind::State:
        m_where->setText(tr("%1 · after step %2").arg(unit).arg(cursor.step));
        break;
    }
    showRange();
}

void EditForm::showRange()
{
    QStringList features;
    for (Index feature = 0; feature < m_inspection.run().network.inputs; ++feature)
        features << shown(featureLabel(m_inspection.data().featureNames, feature));
    if (m_feature->property("items").toStringList() != features) {
        m_feature->setProperty("items", features);
        m_feature->clear();
        m_feature->addItems(features);
    }
    const QSignalBlocker value(m_value), slider(m_slider);
    double low = 0.0, high = 1.0, now = m_value->value();
    const Cursor cursor = m_inspection.cursor();
    const LayerTrace<float> &layer = m_inspection.run().layers[static_cast<std::size_t>(cursor.layer)];
    if (kind() == EditKind::Input) {
        low = shownValue(-kScaledRange);
        high = shownValue(kScaledRange);
        now = shownValue(static_cast<double>(m_inspection.run().input(target().feature, cursor.step)));
    } else if (kind() == EditKind::State) {
        low = -1.0;
        now = static_cast<double>(layer.h(cursor.unit, cursor.step));
    } else if (m_value->minimum() != 0.0 || m_value->maximum() != 1.0) {
        now = 0.5;
    }
    m_value->setDecimals(std::clamp(3 - static_cast<int>(std::floor(std::log10(high - low))), 0, 6));
    m_value->setRange(low, high);
    m_value->setSingleStep((high - low) / 20);
    if (!m_value->hasFocus() && !m_slider->isSliderDown()) // nobody's typing is overwritten
        m_value->setValue(now);
    m_slider->setValue(static_cast<int>(std::lround((m_value->value() - low) / (high - low) * kSliderSteps)));
}

void EditForm::ask(double value)
{
    const QSignalBlocker blocker(m_value);
    m_value->setValue(value);
    askNow();
}

void EditForm::askNow()
{
    if (!m_inspection.hasRun())
        return;
    const bool gate = kind() == EditKind::Reset || kind() == EditKind::Update;
    const std::optional<double> value = gate && m_mean->isChecked() ? std::nullopt : std::optional(networkValue());
    m_inspection.setEdits(withEdit(m_inspection.edits(), target(), value), editText(target()));
}

} // namespace gatescope
