// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/aside/memory_page.h"

#include "ui/inspect/dynamics/memory_curve_view.h"
#include "ui/inspect/units/memory_view.h"
#include "ui/widgets/controls/choice_bar.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace gatescope {

MemoryPage::MemoryPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_by(new ChoiceBar(tr("Memory by"), this)),
      m_what(new QComboBox(this)), m_stack(new QStackedWidget(this)), m_curve(new MemoryCurveView(inspection)),
      m_sentence(new QuietLabel({}, this))
{
    setProperty("help", QStringLiteral("memory-curve"));
    m_by->setObjectName(QStringLiteral("memory-by"));
    m_by->addChoice(tr("by unit"), tr("After how many steps half of what each unit carries along unchanged is left."));
    m_by->addChoice(tr("by lag"), tr("What can really be read from the states so many steps later, beside what gates "
                                     "would keep and gradients see."));
    m_what->setObjectName(QStringLiteral("memory-of"));
    m_what->setAccessibleName(tr("What is to be remembered"));
    m_what->setToolTip(tr("What the states are asked for: an input, or the target, of so many steps ago."));
    m_what->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_what->setMinimumContentsLength(8);
    m_sentence->setObjectName(QStringLiteral("memory-sentence"));
    m_sentence->setContentsMargins(12, 0, 12, 0);
    m_stack->addWidget(new MemoryView(inspection));
    m_stack->addWidget(m_curve);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_stack->setMinimumHeight(170); // the page scrolls where it has no room
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_by, 1);
    row->addWidget(m_what, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 4);
    rows->setSpacing(4);
    rows->addLayout(row);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_sentence);
    m_what->hide();
    m_sentence->hide();
    connect(m_by, &ChoiceBar::chosen, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        m_what->setVisible(index == 1);
        m_sentence->setVisible(index == 1);
        Q_EMIT viewChanged();
    });
    connect(m_what, &QComboBox::currentIndexChanged, m_curve, &MemoryCurveView::setChoice);
    connect(m_curve, &MemoryCurveView::changed, this, [this] { m_sentence->setText(m_curve->sentence()); });
    connect(&inspection, &Inspection::runChanged, this, &MemoryPage::fillChoices);
    fillChoices();
}

InspectView &MemoryPage::view() const
{
    return *static_cast<InspectView *>(m_stack->currentWidget());
}

void MemoryPage::fillChoices()
{
    const auto windows = m_inspection.sharedData();
    QStringList names;
    for (const std::string &name : windows ? rememberedNames(*windows) : std::vector<std::string>())
        names << shown(name);
    QStringList now;
    for (int i = 0; i < m_what->count(); ++i)
        now << m_what->itemText(i);
    if (names == now)
        return;
    const QSignalBlocker blocker(m_what);
    m_what->clear();
    m_what->addItems(names);
    m_curve->setChoice(0);
}

} // namespace gatescope
