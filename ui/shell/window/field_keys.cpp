// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/field_keys.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>

namespace gatescope {

namespace {

/// The line that is edited: the widget itself, or that of a spin box.
QLineEdit *lineOf(QWidget *field)
{
    if (auto *line = qobject_cast<QLineEdit *>(field))
        return line;
    return qobject_cast<QAbstractSpinBox *>(field) ? field->findChild<QLineEdit *>() : nullptr;
}

bool takesNumbersOnly(const QWidget &field, const QLineEdit &line)
{
    return qobject_cast<const QAbstractSpinBox *>(&field) || qobject_cast<const QAbstractSpinBox *>(line.parent())
           || field.property("number").toBool();
}

} // namespace

FieldKeys::FieldKeys(QWidget &page, QObject *parent) : QObject(parent), m_page(page)
{
    qApp->installEventFilter(this);
}

FieldKeys::~FieldKeys()
{
    qApp->removeEventFilter(this);
}

bool FieldKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    auto *field = qobject_cast<QWidget *>(watched);
    QLineEdit *line = field && field->window() == m_page.window() ? lineOf(field) : nullptr;
    if (!line)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (event->type() == QEvent::KeyPress) {
        if ((key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && key.modifiers() == Qt::NoModifier)
            giveBack(*field);
        return false;
    }
    const bool isSpace = key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier;
    const bool isUndo = key.matches(QKeySequence::Undo) && !line->isUndoAvailable();
    if ((isSpace && takesNumbersOnly(*field, *line)) || isUndo) {
        event->ignore(); // the field would keep it from the action
        return true;
    }
    return false;
}

void FieldKeys::giveBack(QWidget &field)
{
    // After the field has taken the value, and unless that has moved the focus already.
    QTimer::singleShot(0, &m_page, [this, field = QPointer<QWidget>(&field)] {
        QWidget *focus = QApplication::focusWidget();
        if (field && focus && (focus == field || focus == field->parentWidget()))
            m_page.setFocus();
    });
}

} // namespace gatescope
