// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/question/what_if_panel.h"

#include "core/inspect/cell/sentences.h"
#include "core/inspect/labels.h"
#include "core/inspect/question/nudge.h"
#include "ui/inspect/question/edit_form.h"
#include "ui/inspect/shown/inspection.h"
#include "ui/look/core_words.h"
#include "ui/look/icons.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr double kNudge = 1e-4;

} // namespace

WhatIfPanel::WhatIfPanel(Inspection &inspection, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_form(new EditForm(inspection, this)), m_lines(new QVBoxLayout),
      m_clear(new QPushButton(tr("Clear all"), this)), m_answer(new QLabel(this)),
      m_nudge(new QPushButton(tr("Nudge the input"), this)), m_slope(new QLabel(this))
{
    setAccessibleName(tr("What if"));
    for (QLabel *label : {m_answer, m_slope}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_answer->setAccessibleName(tr("Answer"));
    m_slope->setAccessibleName(tr("Slope of the loss"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 4, 12, 8);
    rows->setSpacing(6);
    rows->addWidget(m_form);
    m_lines->setSpacing(0);
    rows->addLayout(m_lines);
    rows->addWidget(m_answer);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_nudge);
    buttons->addStretch();
    buttons->addWidget(m_clear);
    rows->addLayout(buttons);
    rows->addWidget(m_slope);
    rows->addStretch();
    connect(m_clear, &QPushButton::clicked, this, [this] { m_inspection.setEdits({}, tr("clear the what-ifs")); });
    connect(m_nudge, &QPushButton::clicked, this, &WhatIfPanel::measureSlope);
    connect(&inspection, &Inspection::runChanged, this, &WhatIfPanel::showAnswer);
    connect(&inspection, &Inspection::cursorMoved, this, [this] { m_slope->clear(); });
    connect(&inspection, &Inspection::editsChanged, this, &WhatIfPanel::listEdits);
    listEdits();
    showAnswer();
}

QString WhatIfPanel::answer() const
{
    return m_answer->text();
}

QString WhatIfPanel::slope() const
{
    return m_slope->text();
}

void WhatIfPanel::addLine(const QString &phrase, std::size_t index)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(phrase, line);
    label->setWordWrap(true);
    row->addWidget(label, 1);
    auto *remove = new QToolButton(line);
    remove->setIcon(themedIcon(QStringLiteral("close")));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Lets this value free again."));
    remove->setAccessibleName(tr("Remove: %1").arg(phrase));
    row->addWidget(remove);
    m_lines->addWidget(line);
    connect(remove, &QToolButton::clicked, this, [this, index, phrase] {
        m_inspection.setEdits(withoutEdit(m_inspection.edits(), index), tr("let free: %1").arg(phrase));
    });
}

void WhatIfPanel::listEdits()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    std::size_t index = 0;
    for (const QString &phrase : editPhrases())
        addLine(phrase, index++);
    m_clear->setEnabled(index > 0);
    m_clear->setToolTip(index > 0 ? tr("Lets every value free again; can be undone.")
                                  : tr("Nothing is changed: what is, can be let free here."));
}

void WhatIfPanel::showAnswer()
{
    const bool hasLoss = m_inspection.hasRun() && m_inspection.run().loss;
    m_nudge->setEnabled(hasLoss);
    m_nudge->setToolTip(hasLoss ? tr("Moves the input at the cursor a little both ways: the measured slope of the loss "
                                     "stands beside the back-propagated one.")
                        : m_inspection.hasRun()
                            ? tr("This sequence has no target: there is no loss whose slope could be measured.")
                            : m_inspection.why());
    m_slope->clear();
    if (!m_inspection.hasRun() || !m_inspection.answer()) {
        m_answer->setText(m_inspection.hasRun() ? tr(
                              "Nothing is changed: the network runs as it is. Choose what to change, and press Ask.")
                                                : QString());
        return;
    }
    const SaidOutput said = mostMovedOutput(*m_inspection.answer(), m_inspection.data(), m_inspection.lastTarget());
    m_answer->setText(coreSentence(whatIfSentence(*m_inspection.answer(), said)));
}

void WhatIfPanel::measureSlope()
{
    if (!m_inspection.hasRun() || !m_inspection.run().loss)
        return;
    const EditTarget target = m_form->target();
    const Trace<float> &run = m_inspection.ghost() ? *m_inspection.ghost() : m_inspection.run();
    const InputNudge nudge = nudgeInput<float>(run.network, m_inspection.parameters(), m_inspection.settings().training,
                                               run.input, run.targets, target.step, target.feature, kNudge);
    m_slope->setText(tr("∂loss/∂x of %1 at step %2: measured with ±%3: %4; back-propagated: %5; difference %6.")
                         .arg(shown(featureLabel(m_inspection.data().featureNames, target.feature)))
                         .arg(target.step)
                         .arg(shortNumber(kNudge), shortNumber(nudge.finiteDifference),
                              shortNumber(nudge.backPropagated), shortNumber(nudge.difference())));
}

} // namespace gatescope
