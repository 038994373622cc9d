// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/sweep/sweep_table.h"

#include "core/evaluation/skill/skill_text.h"
#include "ui/compare/sweep/sweep_job.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/form/table_style.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QEvent>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>
#include <limits>

namespace gatescope {

QString sweepLossText(const std::optional<double> &loss)
{
    return loss ? shortNumber(*loss) : QStringLiteral("–");
}

SweepTable::SweepTable(QWidget *parent) : QTableView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Runs of the sweep, the best first"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    setToolTip(tr("Double click or Enter puts a run in force."));
    styleTable(*this);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT showWanted(m_model->item(index.row(), 0)->data(Qt::UserRole).toULongLong());
    });
}

void SweepTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        styleTable(*this);
    QTableView::changeEvent(event);
}

void SweepTable::fill(const SweepJob &job)
{
    std::vector<SweepPlace> places = job.places();
    std::ranges::stable_sort(places, {}, [](const SweepPlace &place) {
        return place.row.bestValidationLoss.value_or(std::numeric_limits<double>::infinity());
    });
    m_model->clear();
    QStringList headings;
    for (const std::string &axis : job.axes())
        headings << fromText(axis);
    headings << tr("seed") << tr("best validation loss") << tr("best epoch") << tr("parameters")
             << tr("skill, validation") << tr("half-life (steps)") << tr("seconds");
    m_model->setHorizontalHeaderLabels(headings);
    for (const SweepPlace &place : places) {
        const SweepRow &row = place.row;
        QStringList texts;
        for (const std::string &value : row.values)
            texts << plainText(value, 40);
        texts << QString::number(row.seed) << sweepLossText(row.bestValidationLoss) << QString::number(row.bestEpoch)
              << countText(row.parameters)
              << (row.skill[1] ? coreSentence(skillPercent(*row.skill[1])).replace(QLatin1Char('-'), QChar(0x2212))
                               : QStringLiteral("–"))
              << (place.halfLife ? QString::number(*place.halfLife, 'f', 1) : QStringLiteral("–"))
              << (row.seconds ? QString::number(*row.seconds, 'f', 2) : QStringLiteral("–"));
        QList<QStandardItem *> items;
        for (const QString &text : texts) {
            items << new QStandardItem(text);
            items.back()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        items.front()->setData(static_cast<qulonglong>(place.kept), Qt::UserRole);
        m_model->appendRow(items);
    }
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace gatescope
