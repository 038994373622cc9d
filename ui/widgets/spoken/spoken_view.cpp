// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spoken/spoken_view.h"

#include "ui/widgets/spoken/spoken_cells.h"
#include "ui/widgets/spoken/spoken_controls.h"
#include "ui/widgets/spoken/spoken_table.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QToolTip>
#include <QWidget>

namespace gatescope {

namespace {

const SpokenView *spokenView(const QWidget *widget)
{
    return dynamic_cast<const SpokenView *>(widget);
}

class SpokenViewInterface : public QAccessibleWidget {
public:
    explicit SpokenViewInterface(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Chart), m_table(*widget) {}

    /// A view of a kind whose numbers make a table can be walked as one, also before there are any.
    void *interface_cast(QAccessible::InterfaceType kind) override
    {
        if (kind == QAccessible::TableInterface)
            return spokenTable(*widget()) ? static_cast<QAccessibleTableInterface *>(&m_table) : nullptr;
        return QAccessibleWidget::interface_cast(kind);
    }

    QString text(QAccessible::Text kind) const override
    {
        const SpokenView *view = spokenView(widget());
        QString own = QAccessibleWidget::text(kind);
        if (!view || (kind != QAccessible::Value && kind != QAccessible::Description && kind != QAccessible::Help))
            return own;
        QString value = view->spokenValue();
        if (kind == QAccessible::Value)
            return value;
        if (kind == QAccessible::Help)
            return view->spokenSummary();
        return value.isEmpty() || own.isEmpty() ? value + own : value + QStringLiteral(". ") + own;
    }

private:
    SpokenTableInterface m_table;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    return widget && spokenView(widget) ? new SpokenViewInterface(widget) : nullptr;
}

} // namespace

void installSpokenViews()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        QAccessible::installFactory(makeSpokenControl);
        return true;
    }();
    static_cast<void>(once);
}

void speakValue(QWidget &view)
{
    const SpokenView *spoken = spokenView(&view);
    if (!QAccessible::isActive() || !spoken || !view.hasFocus())
        return;
    QAccessibleValueChangeEvent value(&view, spoken->spokenValue());
    QAccessible::updateAccessibility(&value);
    QAccessibleEvent description(&view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
}

bool speakSummaryOn(const QKeyEvent &event, QWidget &view)
{
    const SpokenView *spoken = spokenView(&view);
    if (event.key() != Qt::Key_I || event.modifiers() != Qt::NoModifier || !spoken)
        return false;
    const QString summary = spoken->spokenSummary();
    if (summary.isEmpty())
        return false;
    view.setAccessibleDescription(summary); // which tells readers
    QToolTip::showText(view.mapToGlobal(QPoint(12, 12)), summary, &view, {}, 60'000);
    return true;
}

} // namespace gatescope
