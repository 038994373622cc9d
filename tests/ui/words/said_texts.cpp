// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/words/said_texts.h"

#include "tests/ui/drawn_text.h"
#include "ui/widgets/common/view_export.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QWidget>

// Its header takes Qt's words for granted, which core leaves free.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach

namespace gatescope {

namespace {

QStringList textsOf(const TextDevice &words)
{
    QStringList texts;
    for (const DrawnText &drawn : words.texts())
        texts << drawn.text;
    return texts;
}

} // namespace

QStringList textsOn(QWidget &widget)
{
    TextDevice words(widget.size());
    widget.render(&words);
    return textsOf(words);
}

QStringList textsOf(ViewExport &view, const QSize &size)
{
    TextDevice words(size);
    QCPPainter painter(&words);
    view.paintContent(painter, size);
    painter.end();
    return textsOf(words) + QStringList{view.exportTitle(), view.exportCaption()};
}

QStringList textsBeside(const QWidget &widget)
{
    QStringList texts;
    QList<const QWidget *> all{&widget};
    for (const QWidget *child : widget.findChildren<QWidget *>()) {
        if (child->isVisible())
            all << child;
    }
    for (const QWidget *one : all) {
        texts << one->toolTip() << one->accessibleName() << one->accessibleDescription();
        if (const auto *box = qobject_cast<const QComboBox *>(one)) {
            for (int i = 0; i < box->count(); ++i)
                texts << box->itemText(i) << box->itemData(i, Qt::ToolTipRole).toString();
        }
        if (const auto *edit = qobject_cast<const QLineEdit *>(one))
            texts << edit->placeholderText();
    }
    for (const QAction *action : widget.findChildren<QAction *>())
        texts << action->text() << action->toolTip();
    return texts;
}

} // namespace gatescope
