// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/field_list.h"

#include "ui/look/theme.h"
#include "ui/widgets/common/problem_label.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace gatescope {

FieldList::FieldList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(12, 4, 12, 12);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
}

void FieldList::addSection(const QString &title)
{
    auto *label = new QLabel(title, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(0, m_sections.empty() ? 0 : 8, 0, 0);
    m_sections.push_back(label);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
    applyFonts();
}

void FieldList::addField(const QString &id, const QString &title, QWidget *editor, const QString &tip)
{
    auto *label = new QLabel(title, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setToolTip(tip);
    label->setBuddy(editor);
    editor->setToolTip(tip);
    editor->setObjectName(id);
    editor->setAccessibleName(title);
    editor->setAccessibleDescription(tip);
    // Qt does not ask a choice anew for the least it needs when type or words grow, but for what it would like.
    const bool chooses = qobject_cast<QComboBox *>(editor) != nullptr;
    editor->setSizePolicy(chooses ? QSizePolicy::MinimumExpanding : QSizePolicy::Expanding,
                          editor->sizePolicy().verticalPolicy());
    if (editor->focusPolicy() == Qt::WheelFocus) {
        editor->setFocusPolicy(Qt::StrongFocus);
        editor->installEventFilter(this);
    }
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(editor, row, 1);
    m_fields[id] = {label, editor, addProblemRow()};
}

bool FieldList::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the form; it changes a value only where the user has clicked into the field before.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FieldList::addWide(QWidget *widget, const QString &id)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
    if (id.isEmpty())
        return;
    widget->setObjectName(id);
    m_fields[id] = {nullptr, widget, addProblemRow()};
}

void FieldList::addStretch()
{
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

ProblemLabel *FieldList::addProblemRow()
{
    auto *problem = new ProblemLabel(this);
    m_grid->addWidget(problem, m_grid->rowCount(), 0, 1, 2);
    return problem;
}

bool FieldList::setProblem(const QString &id, const QString &sentence)
{
    const auto found = m_fields.find(id);
    if (found == m_fields.end())
        return false;
    found->second.problem->setProblem(sentence);
    return true;
}

QString FieldList::problem(const QString &id) const
{
    const auto found = m_fields.find(id);
    return found == m_fields.end() ? QString() : found->second.problem->text();
}

void FieldList::clearProblems()
{
    for (auto &[id, field] : m_fields)
        field.problem->setProblem({});
}

void FieldList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange)
        applyFonts();
    QWidget::changeEvent(event);
}

void FieldList::applyFonts()
{
    for (QLabel *section : m_sections)
        section->setFont(themeFont(TextRole::Title));
}

} // namespace gatescope
