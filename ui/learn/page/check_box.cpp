// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/page/check_box.h"

#include "ui/look/plain_text.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace gatescope {

CheckBlock::CheckBlock(const LessonCheck &check, QWidget *parent)
    : BlockFrame(BlockTone::Task, parent), m_check(check), m_task(new QLabel(this)), m_found(new QuietLabel({}, this)),
      m_hints(new QLabel(this)), m_more(new QPushButton(tr("Hint"), this))
{
    setAccessibleName(tr("Task"));
    for (QLabel *label : {m_task, m_hints}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_task->setText(tr("Task: %1").arg(fromText(check.task)));
    m_more->setObjectName(QStringLiteral("hint"));
    m_more->setToolTip(tr("Shows a hint; pressed again, the next one."));
    m_more->setVisible(!check.hints.empty());
    rows().addWidget(m_task);
    rows().addWidget(m_hints);
    rows().addWidget(m_found);
    rows().addWidget(m_more, 0, Qt::AlignLeft);
    m_hints->hide();
    m_found->hide();
    connect(m_more, &QPushButton::clicked, this, &CheckBlock::showHint);
}

void CheckBlock::showHint()
{
    if (m_shown >= m_check.hints.size())
        return;
    const QString hint = fromText(m_check.hints[m_shown++]);
    m_hints->setText(m_hints->text().isEmpty() ? hint : m_hints->text() + QLatin1Char('\n') + hint);
    m_hints->show();
    m_more->setText(tr("Another hint"));
    m_more->setVisible(m_shown < m_check.hints.size());
}

QString CheckBlock::shownHints() const
{
    return m_hints->text();
}

void CheckBlock::setFound(const QString &found)
{
    m_found->setText(found);
    m_found->setVisible(!found.isEmpty());
}

void CheckBlock::setDone()
{
    if (m_done)
        return;
    m_done = true;
    m_task->setText(tr("✓ Done: %1").arg(fromText(m_check.task)));
    m_more->hide();
    setTone(BlockTone::Done);
    Q_EMIT done();
}

} // namespace gatescope
