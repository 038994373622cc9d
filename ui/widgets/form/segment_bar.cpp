// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/segment_bar.h"

#include "ui/widgets/controls/flow_layout.h"
#include "ui/widgets/spoken/spoken_controls.h"

#include <QButtonGroup>
#include <QPushButton>

namespace gatescope {

SegmentBar::SegmentBar(const QString &name, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new FlowLayout(this, 4))
{
    setAccessibleName(name);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (!on || index == m_current)
            return;
        m_current = index;
        Q_EMIT chosen(index);
    });
}

int SegmentBar::addSegment(const QString &title, const QString &tip)
{
    auto *button = new QPushButton(this);
    button->setProperty(kOneOfSeveral, true);
    button->setText(title);
    const int index = static_cast<int>(m_group->buttons().size());
    button->setCheckable(true);
    button->setToolTip(tip);
    button->setAccessibleName(tr("%1: %2").arg(accessibleName(), title));
    m_group->addButton(button, index);
    m_layout->addWidget(button);
    if (index == 0)
        setCurrent(0);
    return index;
}

int SegmentBar::current() const
{
    return m_current;
}

void SegmentBar::setCurrent(int index)
{
    m_current = index;
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void SegmentBar::setSegmentVisible(int index, bool visible)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setVisible(visible);
}

} // namespace gatescope
