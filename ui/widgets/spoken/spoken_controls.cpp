// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spoken/spoken_controls.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QComboBox>
#include <QRadioButton>

namespace gatescope {

namespace {

class RadioInterface : public QAccessibleWidget {
public:
    explicit RadioInterface(QAbstractButton *button) : QAccessibleWidget(button, QAccessible::RadioButton) {}

    QAbstractButton &button() const { return *static_cast<QAbstractButton *>(widget()); }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = button().isChecked();
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        const QString own = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && own.isEmpty() ? button().text().remove(QLatin1Char('&')) : own;
    }

    QStringList actionNames() const override { return QStringList(pressAction()) + QAccessibleWidget::actionNames(); }

    void doAction(const QString &name) override
    {
        if (name == pressAction() && button().isEnabled())
            button().click();
        else
            QAccessibleWidget::doAction(name);
    }
};

class ComboInterface : public QAccessibleWidget {
public:
    explicit ComboInterface(QComboBox *box) : QAccessibleWidget(box, QAccessible::ComboBox) {}

    QComboBox &box() const { return *static_cast<QComboBox *>(widget()); }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.editable = box().isEditable();
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return box().currentText();
        const QString own = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Name)
            return own;
        return own.isEmpty() || own == box().currentText() ? box().currentText()
                                                           : own + QStringLiteral(": ") + box().currentText();
    }

    QStringList actionNames() const override
    {
        return QStringList(showMenuAction()) + QAccessibleWidget::actionNames();
    }

    void doAction(const QString &name) override
    {
        if (name == showMenuAction() && box().isEnabled())
            box().showPopup();
        else
            QAccessibleWidget::doAction(name);
    }
};

bool isOneOfSeveral(const QAbstractButton &button)
{
    // The property is for bars of buttons: a reader asks for the role before a button is in its group.
    return button.property(kOneOfSeveral).toBool()
           || (button.isCheckable() && (button.autoExclusive() || (button.group() && button.group()->exclusive())));
}

} // namespace

QAccessibleInterface *makeSpokenControl(const QString &, QObject *object)
{
    if (auto *box = qobject_cast<QComboBox *>(object))
        return new ComboInterface(box);
    auto *button = qobject_cast<QAbstractButton *>(object);
    return button && !qobject_cast<QRadioButton *>(button) && isOneOfSeveral(*button) ? new RadioInterface(button)
                                                                                      : nullptr;
}

} // namespace gatescope
