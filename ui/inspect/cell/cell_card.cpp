// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cell/cell_card.h"

#include "ui/inspect/backward/backward_layer.h"
#include "ui/inspect/backward/backward_products.h"
#include "ui/inspect/backward/backward_unit.h"
#include "ui/inspect/backward/path_chart.h"
#include "ui/inspect/cell/layer_grain.h"
#include "ui/inspect/cell/pin_bar.h"
#include "ui/inspect/cell/product_grain.h"
#include "ui/inspect/cell/unit_grain.h"
#include "ui/inspect/drawn/view_pane.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QStackedWidget>

namespace gatescope {

CellCard::CellCard(Inspection &inspection, QWidget *parent)
    : Card(tr("Inside the cell"), parent), m_inspection(inspection), m_grain(new ChoiceBar(tr("Grain"), this)),
      m_direction(new ChoiceBar(tr("Direction"), this)), m_pages(new QStackedWidget(this)),
      m_paths(new PathChart(inspection, this)), m_pins(new PinBar(inspection, this)),
      m_export([this]() -> ViewExport & { return view(); })
{
    m_grain->addChoice(tr("Layer"), tr("All units at once: every term as a vector (1)."));
    m_grain->addChoice(
        tr("Unit"), tr("One unit: its equations with this step's numbers (2). Press a number to pin it, or N and K."));
    m_grain->addChoice(tr("Products"), tr("One unit: every single weight × value inside its sums, the largest first "
                                          "(3)."));
    m_grain->setCurrent(1);
    m_direction->addChoice(tr("Forward"), tr("How the new state is computed (D)."));
    m_direction->addChoice(tr("Backward"), tr("How the gradient of the loss goes back through the cell (D)."));
    header().setShortTitle(tr("Cell"));
    header().addTool(m_grain);
    header().addTool(m_direction);
    m_paths->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_pins->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    header().addExport(m_export);
    addView(new LayerGrain(inspection, this));
    auto *unit = new UnitGrain(inspection, this);
    addView(unit);
    addView(new ProductGrain(inspection, this));
    addView(new BackwardLayer(inspection, this));
    addView(new BackwardUnit(inspection, this));
    addView(new BackwardProducts(inspection, this));
    setContent(m_pages);
    setContent(m_paths);
    setContent(m_pins);
    connect(unit, &UnitGrain::pressed, m_pins, &PinBar::toggle);
    connect(m_grain, &ChoiceBar::chosen, this, &CellCard::showChosen);
    connect(m_direction, &ChoiceBar::chosen, this, &CellCard::showChosen);
    connect(&inspection, &Inspection::runChanged, this, &CellCard::updateCaption);
    connect(&inspection, &Inspection::cursorMoved, this, &CellCard::updateCaption);
    updateCaption();
}

void CellCard::addView(InspectView *view)
{
    m_pages->addWidget(new ViewPane(view, this));
    m_views.push_back(view);
}

InspectView &CellCard::view() const
{
    return *m_views[static_cast<std::size_t>(m_pages->currentIndex())];
}

void CellCard::showChosen()
{
    const bool backward = m_direction->current() == 1;
    m_pages->setCurrentIndex(m_grain->current() + (backward ? 3 : 0));
    m_paths->setVisible(backward && m_inspection.hasRun() && m_inspection.run().loss.has_value());
}

void CellCard::updateCaption()
{
    showChosen();                     // without a gradient there are no paths
    for (InspectView *view : m_views) // a sentence in the middle needs no room to scroll in
        view->setMinimumSize(m_inspection.hasRun() ? QSize(0, 0) : QSize(1, 1));
    if (!m_inspection.hasRun()) {
        header().setCaption({});
        return;
    }
    const Formulation formulation = m_inspection.run().network.formulation;
    header().setCaption(
        QStringLiteral("%1 · %2 · %3")
            .arg(formulation == Formulation::ResetAfter ? tr("reset-after (PyTorch)") : tr("reset-before (textbook)"),
                 m_inspection.moment().placeInTraining(), cursorText(m_inspection.cursor())));
}

} // namespace gatescope
