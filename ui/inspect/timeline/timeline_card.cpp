// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/timeline/timeline_card.h"

#include "core/inspect/labels.h"
#include "ui/document/moment/moment_bar.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/look/icons.h"
#include "ui/widgets/form/number_box.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr DataPart kPartsInOrder[] = {DataPart::Train, DataPart::Validation, DataPart::Test};

QString partTitle(DataPart part)
{
    QString name = partName(part);
    name[0] = name[0].toUpper();
    return name;
}

} // namespace

TimelineCard::TimelineCard(Inspection &inspection, QWidget *parent)
    : Card(tr("Sequence"), parent), m_inspection(inspection), m_view(new TimelineView(inspection, this)),
      m_part(new QComboBox(this)), m_number(new IntegerBox(this)), m_feature(new QComboBox(this)),
      m_slopes(new QComboBox(this)), m_speed(new QComboBox(this)), m_moments(new MomentBar(inspection.moment(), this))
{
    m_moments->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addChooser();
    addPlayer();
    header().addExport(*m_view);
    setContent(m_view);
    setContent(m_moments);
    connect(m_view, &TimelineView::pointed, this, [this](qint64 step) {
        const Cursor cursor = m_inspection.cursor();
        m_inspection.moveTo(cursor.layer, step, cursor.unit);
    });
    connect(&inspection, &Inspection::runChanged, this, &TimelineCard::follow);
    follow();
}

void TimelineCard::addChooser()
{
    for (const DataPart part : kPartsInOrder)
        m_part->addItem(partTitle(part));
    m_part->setToolTip(tr("Which part of the data the sequence is taken from."));
    m_part->setAccessibleName(tr("Part of the data"));
    m_number->setToolTip(tr("Which sequence of this part, counted from 0."));
    m_number->setAccessibleName(tr("Sequence number"));
    m_number->setKeyboardTracking(false);
    m_feature->setToolTip(tr("Which input is drawn: one in its original units, or all as the network reads them."));
    m_feature->setAccessibleName(tr("Input drawn"));
    m_slopes->setToolTip(tr("Shows below the curve how much an output moves with each input: ∂ŷ/∂x at every step."));
    m_slopes->setAccessibleName(tr("Attribution strip"));
    for (QComboBox *box : {m_part, m_feature, m_slopes})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_part, m_number, m_feature, m_slopes})
        header().addTool(tool);
    connect(m_part, &QComboBox::activated, this, [this] {
        m_number->setValue(0);
        chooseSequence();
    });
    connect(m_number, &QSpinBox::valueChanged, this, &TimelineCard::chooseSequence);
    connect(m_feature, &QComboBox::activated, this, [this] { m_view->setFeature(m_feature->currentData().toInt()); });
    connect(m_slopes, &QComboBox::activated, this,
            [this] { m_view->setAttributedOutput(m_slopes->currentData().toInt()); });
}

void TimelineCard::addPlayer()
{
    for (const int speed : {1, 2, 5, 10, 20})
        m_speed->addItem(tr("%1 / s").arg(speed), speed);
    m_speed->setCurrentIndex(2);
    m_speed->setToolTip(tr("Steps a second while playing."));
    m_speed->setAccessibleName(tr("Playing speed"));
    header().addTool(m_speed);
    m_play = header().addButton(QStringLiteral("run"), tr("Play"), tr("Plays the sequence step by step (Return)."));
    m_play->setCheckable(true);
    connect(m_play, &QToolButton::toggled, this, &TimelineCard::setPlaying);
    connect(m_speed, &QComboBox::activated, this,
            [this] { m_player.setInterval(1000 / m_speed->currentData().toInt()); });
    connect(&m_player, &QTimer::timeout, this, &TimelineCard::playStep);
}

void TimelineCard::setPlaying(bool playing)
{
    playing = playing && m_inspection.hasRun();
    const QSignalBlocker blocker(m_play);
    m_play->setChecked(playing);
    m_play->setIcon(themedIcon(playing ? QStringLiteral("pause") : QStringLiteral("run")));
    if (!playing) {
        m_player.stop();
        return;
    }
    const Cursor cursor = m_inspection.cursor();
    if (cursor.step == m_inspection.run().steps() - 1)
        m_inspection.moveTo(cursor.layer, 0, cursor.unit);
    m_player.start(1000 / m_speed->currentData().toInt());
}

void TimelineCard::playStep()
{
    if (!m_inspection.hasRun() || m_inspection.cursor().step == m_inspection.run().steps() - 1 || !isVisible())
        setPlaying(false);
    else
        m_inspection.moveBy(0, 1, 0);
}

void TimelineCard::chooseSequence()
{
    if (m_inspection.hasRun())
        m_inspection.showSequence({kPartsInOrder[m_part->currentIndex()], m_number->value()});
}

void TimelineCard::follow()
{
    const bool any = m_inspection.hasRun();
    for (QWidget *tool : std::initializer_list<QWidget *>{m_part, m_number, m_feature, m_slopes, m_speed, m_play})
        tool->setEnabled(any);
    m_play->setToolTip(any ? tr("Plays the sequence step by step (Return).") : m_inspection.why());
    for (QComboBox *box : {m_feature, m_slopes})
        box->setVisible(box->count() > 0);
    if (!any) {
        setPlaying(false);
        header().setCaption({});
        return;
    }
    const PreparedData<float> &prepared = m_inspection.data();
    const SequencePlace &place = m_inspection.place();
    const QSignalBlocker partBlocker(m_part), numberBlocker(m_number);
    m_part->setCurrentIndex(place.part == DataPart::Train ? 0 : place.part == DataPart::Validation ? 1 : 2);
    const Index size = prepared.part(place.part).size();
    m_number->setRange(0, static_cast<int>(size - 1));
    m_number->setSuffix(tr(" of %1").arg(size));
    m_number->setValue(static_cast<int>(place.index));
    fillFeatures();
    // A text is drawn as its letters.
    m_feature->setVisible(!prepared.text);
    m_slopes->setVisible(!prepared.text);
    QString caption = tr("T = %1 steps").arg(m_inspection.run().steps()) + QStringLiteral(" · ")
                      + outcomeText(m_inspection, m_inspection.run());
    if (m_inspection.run().loss)
        caption += tr(" · loss %1").arg(fixedText(*m_inspection.run().loss));
    header().setCaption(caption);
}

void TimelineCard::fillFeatures()
{
    const PreparedData<float> &prepared = m_inspection.data();
    const Trace<float> &run = m_inspection.run();
    QStringList features;
    for (Index feature = 0; feature < run.network.inputs; ++feature)
        features << shown(featureLabel(prepared.featureNames, feature));
    QStringList outputs{tr("no strip")};
    for (Index output = 0; output < run.network.outputs; ++output)
        outputs << (run.network.outputs > 1 ? tr("∂ŷ/∂x: %1").arg(shown(prepared.outputName(output))) : tr("∂ŷ/∂x"));
    if (m_feature->property("items").toStringList() != features) {
        m_feature->setProperty("items", features);
        m_feature->clear();
        for (int feature = 0; feature < features.size(); ++feature)
            m_feature->addItem(features[feature], feature);
        if (features.size() > 1)
            m_feature->addItem(tr("all, scaled"), -1);
        const std::string target = prepared.targetNames.empty() ? std::string() : prepared.targetNames.front();
        m_feature->setCurrentIndex(std::max(0, static_cast<int>(features.indexOf(shown(target)))));
        m_view->setFeature(m_feature->currentData().toInt());
    }
    if (m_slopes->property("items").toStringList() != outputs) {
        m_slopes->setProperty("items", outputs);
        m_slopes->clear();
        for (int output = 0; output < outputs.size(); ++output)
            m_slopes->addItem(outputs[output], output - 1);
        m_view->setAttributedOutput(-1);
    }
}

} // namespace gatescope
