// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/weights/weight_bar.h"

#include "ui/look/theme.h"
#include "ui/widgets/common/still_text.h"
#include "ui/widgets/form/number_box.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace gatescope {

namespace {

constexpr double kLargestWeight = 1000.0;
constexpr double kWeightStep = 0.05;

} // namespace

WeightBar::WeightBar(QWidget *parent)
    : QWidget(parent), m_name(new StillText(this)), m_value(new DecimalBox(this)),
      m_keep(new QPushButton(tr("Keep"), this)), m_takeBack(new QPushButton(tr("Take back"), this)),
      m_answer(new QLabel(this))
{
    m_value->setObjectName(QStringLiteral("weight-value"));
    m_value->setRange(-kLargestWeight, kLargestWeight);
    m_value->setDecimals(4);
    m_value->setSingleStep(kWeightStep);
    m_value->setKeyboardTracking(false);
    m_value->setToolTip(tr("Tries another value of this weight: every view shows the network with it, while the "
                           "training goes on without."));
    m_keep->setObjectName(QStringLiteral("weight-keep"));
    m_takeBack->setObjectName(QStringLiteral("weight-take-back"));
    m_takeBack->setToolTip(tr("Shows the network as it is again; can be undone."));
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setFont(themeFont(TextRole::Caption));
    m_answer->setAccessibleName(tr("What the tried weight does"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_value);
    row->addWidget(m_keep);
    row->addWidget(m_takeBack);
    column->addLayout(row);
    column->addWidget(m_answer);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &WeightBar::valueChosen);
    connect(m_keep, &QPushButton::clicked, this, &WeightBar::keepWanted);
    connect(m_takeBack, &QPushButton::clicked, this, &WeightBar::takeBackWanted);
    showWeight({}, 0.0);
    showTrial({}, {});
}

void WeightBar::showWeight(const QString &name, double value)
{
    m_name->setText(name);
    m_value->setEnabled(!name.isEmpty());
    m_value->setAccessibleName(name.isEmpty() ? tr("Value of the weight") : tr("Value of %1").arg(name));
    const bool typing = m_value->hasFocus() && m_value->cleanText() != m_value->textFromValue(m_value->value());
    if (typing && name == m_shown)
        return; // nobody's typing is overwritten by the training
    m_shown = name;
    const QSignalBlocker blocker(m_value);
    m_value->setValue(value);
}

void WeightBar::showTrial(const QString &answer, const QString &hindrance)
{
    const bool any = !answer.isEmpty();
    m_keep->setEnabled(any && hindrance.isEmpty());
    m_keep->setToolTip(hindrance.isEmpty() ? tr("Makes the tried value the network's own: training goes on from it. "
                                                "Can be undone.")
                                           : hindrance);
    m_takeBack->setEnabled(any);
    m_answer->setVisible(any);
    m_answer->setText(answer);
}

QString WeightBar::answer() const
{
    return m_answer->text();
}

} // namespace gatescope
