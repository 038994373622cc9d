// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/shown/inspect_view.h"

#include "core/inspect/labels.h"
#include "ui/widgets/spoken/spoken_view.h"

namespace gatescope {

InspectView::InspectView(Inspection &inspection, const QString &title, const QString &name, QWidget *parent)
    : PaintedView(title, name, parent), m_inspection(inspection)
{
    connect(&inspection, &Inspection::runChanged, this, &InspectView::follow);
    connect(&inspection, &Inspection::cursorMoved, this, [this] {
        update();
        speakValue(*this);
    });
    setEmptyText(inspection.why().isEmpty() ? tr("Nothing to show yet: open data in Data.") : inspection.why());
}

void InspectView::follow()
{
    setEmptyText(m_inspection.hasRun() ? missing() : m_inspection.why());
    // What is not on screen computes when it is shown.
    if (!isVisible())
        return;
    if (m_inspection.hasRun())
        runChanged();
    update();
}

QString InspectView::exportCaption() const
{
    if (!m_inspection.hasRun())
        return {};
    const QString caption = QStringLiteral("%1 · %2").arg(m_inspection.caption(), cursorText(m_inspection.cursor()));
    return m_inspection.answer() ? tr("%1 · with what-ifs").arg(caption) : caption;
}

QString InspectView::spokenPlace() const
{
    return m_inspection.hasRun()
               ? cursorText(m_inspection.cursor()).replace(QStringLiteral(" · "), QStringLiteral(", "))
               : QString();
}

void InspectView::showEvent(QShowEvent *event)
{
    follow();
    PaintedView::showEvent(event);
}

QString cursorText(const Cursor &cursor)
{
    return QObject::tr("layer %1 · step %2 · unit %3").arg(cursor.layer + 1).arg(cursor.step).arg(cursor.unit);
}

} // namespace gatescope
