// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls/choice_bar.h"

#include "ui/widgets/controls/flow_layout.h"
#include "ui/widgets/spoken/spoken_controls.h"

#include <QButtonGroup>
#include <QToolButton>

namespace gatescope {

ChoiceBar::ChoiceBar(const QString &name, QWidget *parent)
    : QWidget(parent), m_row(new FlowLayout(this, 2)), m_buttons(new QButtonGroup(this))
{
    setAccessibleName(name);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on)
            Q_EMIT chosen(index);
    });
}

QToolButton *ChoiceBar::addChoice(const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setProperty(kOneOfSeveral, true);
    const auto index = static_cast<int>(m_buttons->buttons().size());
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tr("%1: %2").arg(accessibleName(), text));
    button->setAccessibleDescription(tip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_buttons->addButton(button, index);
    if (index == 0)
        button->setChecked(true);
    m_row->addWidget(button);
    return button;
}

int ChoiceBar::current() const
{
    return m_buttons->checkedId();
}

void ChoiceBar::setCurrent(int index)
{
    if (QAbstractButton *button = m_buttons->button(index))
        button->setChecked(true);
}

void ChoiceBar::step(int direction)
{
    const auto count = static_cast<int>(m_buttons->buttons().size());
    int next = current();
    for (int i = 0; i < count; ++i) {
        next = (next + direction + count) % count;
        if (!m_buttons->button(next)->isHidden())
            break;
    }
    if (count > 0)
        setCurrent(next);
}

} // namespace gatescope
