// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cell/pin_bar.h"

#include "ui/inspect/shown/inspect_view.h"
#include "ui/widgets/controls/flow_layout.h"

#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace gatescope {

double stageValue(const OpenStage &stage, const QString &symbol, Index unit)
{
    for (const auto *terms : {&stage.terms, &stage.inner}) {
        for (const CellTerm &term : *terms) {
            if (shown(term.symbol) == symbol)
                return term.values(unit);
        }
    }
    if (symbol == shown(stage.form.letter))
        return stage.stored(unit);
    if (symbol == shown(stage.form.innerLetter) && stage.innerResult.size() > unit)
        return stage.innerResult(unit);
    return symbol == QObject::tr("sum") ? stage.sum(unit) : std::nan("");
}

PinBar::PinBar(Inspection &inspection, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_row(new FlowLayout(this, 4))
{
    setAccessibleName(tr("Pinned numbers"));
    m_row->setContentsMargins(10, 2, 10, 6);
    setVisible(false);
    connect(&inspection, &Inspection::runChanged, this, &PinBar::follow);
    connect(&inspection, &Inspection::cursorMoved, this, &PinBar::follow);
}

void PinBar::toggle(const Pin &pin)
{
    const auto found = std::ranges::find(m_pins, pin);
    if (found == m_pins.end())
        m_pins.push_back(pin);
    else
        m_pins.erase(found);
    rebuild();
}

void PinBar::clear()
{
    m_pins.clear();
    rebuild();
}

QString PinBar::text(const Pin &pin) const
{
    const NetworkOptions &network = m_inspection.run().network;
    const QString place = tr("layer %1 · unit %2 · %3").arg(pin.layer + 1).arg(pin.unit).arg(pin.symbol);
    if (pin.layer >= network.layers || pin.unit >= network.hidden)
        return tr("%1: not in this network").arg(place);
    const Cursor cursor = m_inspection.cursor();
    const OpenCell cell = pin.layer == cursor.layer
                              ? m_inspection.cell()
                              : openCell(m_inspection.run(), m_inspection.parameters(), pin.layer, cursor.step);
    const double value = stageValue(cell.stage(pin.stage), pin.symbol, pin.unit);
    return std::isnan(value) ? tr("%1: not in this formulation").arg(place)
                             : tr("%1 = %2").arg(place, signedText(value));
}

void PinBar::rebuild()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Pin &pin : m_pins) {
        auto *chip = new QToolButton(this);
        chip->setToolTip(tr("A pinned number: it follows the step, and stays with its layer and unit. Press to let it "
                            "go; Shift+K lets all "
                            "go."));
        m_row->addWidget(chip);
        connect(chip, &QToolButton::clicked, this, [this, pin] { toggle(pin); });
        chip->show();
    }
    setVisible(!m_pins.empty());
    follow();
}

void PinBar::follow()
{
    if (!m_inspection.hasRun())
        return;
    for (std::size_t i = 0; i < m_pins.size(); ++i) {
        auto *chip = qobject_cast<QToolButton *>(m_row->itemAt(static_cast<int>(i))->widget());
        chip->setText(text(m_pins[i]));
        chip->setAccessibleName(chip->text());
    }
}

} // namespace gatescope
