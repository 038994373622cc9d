// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/shelf_model.h"

#include "ui/document/opponents/live_opponents.h"
#include "ui/look/core_words.h"
#include "ui/look/fitting_text.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kPadding = 8;
constexpr int kCurveWidth = 64;
constexpr int kTick = 16;

QRect tickRect(const QRect &item)
{
    return {item.left() + kPadding, item.top() + kPadding, kTick, kTick};
}

/// A loss curve as a small picture, on a logarithmic axis.
QPainterPath smallCurve(const KeptRun &kept, const QRectF &rect)
{
    const ThinnedSeries &validation = kept.run.history.validationLoss();
    const std::vector<ThinnedSeries::Point> points =
        validation.empty() ? kept.run.history.trainingLoss().points() : validation.points();
    std::vector<std::pair<double, double>> drawn;
    for (const ThinnedSeries::Point &point : points) {
        if (std::isfinite(point.y) && point.y > 0)
            drawn.emplace_back(point.x, std::log(point.y));
    }
    QPainterPath path;
    if (drawn.size() < 2)
        return path;
    const auto [low, high] =
        std::ranges::minmax_element(drawn, {}, [](const std::pair<double, double> &point) { return point.second; });
    const double bottom = low->second, span = std::max(high->second - bottom, 1e-9);
    const double left = drawn.front().first, wide = std::max(drawn.back().first - left, 1e-9);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const QPointF at(rect.left() + rect.width() * (drawn[i].first - left) / wide,
                         rect.bottom() - rect.height() * (drawn[i].second - bottom) / span);
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    return path;
}

/// In what a run differs from the one before it, as differenceText() of core, in the language of the screen.
QString differenceWords(const KeptRun &before, const KeptRun &kept)
{
    constexpr qsizetype kMost = 3;
    const std::vector<RunFact> old = runFacts(before);
    QStringList words;
    for (const RunFact &fact : runFacts(kept)) {
        if (std::ranges::find(old, fact) == old.end())
            words << coreWordsWithin(fact.title) + QLatin1Char(' ') + factWords(fact);
    }
    const qsizetype more = words.size() - kMost;
    return more > 0 ? ShelfModel::tr("%1, and %2 more").arg(words.first(kMost).join(QStringLiteral(", "))).arg(more)
                    : words.join(QStringLiteral(", "));
}

} // namespace

ShelfModel::ShelfModel(ComparedRuns &compared, QObject *parent) : QAbstractListModel(parent), m_compared(compared)
{
    const auto follow = [this] {
        std::vector<std::uint64_t> ids;
        for (const KeptRun &kept : m_compared.shelf().shelf().runs())
            ids.insert(ids.begin(), kept.id);
        if (ids == m_ids) {
            if (!m_ids.empty())
                Q_EMIT dataChanged(index(0), index(rowCount() - 1));
            return;
        }
        beginResetModel();
        m_ids = std::move(ids);
        endResetModel();
    };
    connect(&compared, &ComparedRuns::changed, this, follow);
    follow();
}

int ShelfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

const KeptRun *ShelfModel::runAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount()
               ? m_compared.shelf().shelf().find(m_ids[static_cast<std::size_t>(index.row())])
               : nullptr;
}

QModelIndex ShelfModel::indexOf(std::uint64_t id) const
{
    const auto found = std::ranges::find(m_ids, id);
    return found == m_ids.end() ? QModelIndex() : index(static_cast<int>(found - m_ids.begin()));
}

void ShelfModel::setInForce(std::uint64_t id)
{
    if (std::exchange(m_inForce, id) != id && !m_ids.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QString ShelfModel::secondLine(const KeptRun &kept) const
{
    QStringList parts;
    if (const auto best = kept.metrics.find("best.loss"); best != kept.metrics.end())
        parts << tr("best %1").arg(shortNumber(best->second));
    if (const auto skill = kept.metrics.find("validation.skill"); skill != kept.metrics.end())
        parts << tr("skill %1").arg(skillWords(skill->second));
    return parts.isEmpty() ? tr("no validation loss") : parts.join(QStringLiteral(" · "));
}

QString ShelfModel::thirdLine(const KeptRun &kept) const
{
    const QString mark = kept.id == m_inForce ? tr("in force · ") : QString();
    if (!kept.run.note.empty())
        return mark + plainText(kept.run.note, 80);
    const std::vector<KeptRun> &runs = m_compared.shelf().shelf().runs();
    const auto here = std::ranges::find(runs, kept.id, &KeptRun::id);
    if (here == runs.begin())
        return mark + tr("seed %1").arg(kept.run.settings.training.seed);
    const QString differs = differenceWords(*std::prev(here), kept);
    return mark
           + (differs.isEmpty() ? tr("as the one before")
                                : tr("differs: %1").arg(plainText(differs.toStdString(), 120)));
}

QVariant ShelfModel::data(const QModelIndex &index, int role) const
{
    const KeptRun *kept = runAt(index);
    if (kept == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return plainText(kept->label(), 80);
    case Qt::CheckStateRole:
        return m_compared.isChosen(kept->id) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2\n%3").arg(plainText(kept->label(), 80), secondLine(*kept), thirdLine(*kept));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(plainText(kept->label(), 80), secondLine(*kept), thirdLine(*kept));
    default:
        return {};
    }
}

bool ShelfModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const KeptRun *kept = runAt(index);
    if (kept == nullptr)
        return false;
    if (role == Qt::EditRole) {
        m_compared.shelf().rename(kept->id, value.toString());
        return true;
    }
    if (role != Qt::CheckStateRole)
        return false;
    if (!m_compared.setChosen(kept->id, value.toInt() == Qt::Checked))
        Q_EMIT tooMany();
    return true;
}

Qt::ItemFlags ShelfModel::flags(const QModelIndex &) const
{
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
}

QSize ShelfDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int title = QFontMetrics(themeFont(TextRole::Body)).height();
    const int caption = QFontMetrics(themeFont(TextRole::Caption)).height();
    return {160, 2 * kPadding + title + 2 * caption + 6};
}

void ShelfDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ShelfModel *>(index.model());
    const KeptRun *kept = model->runAt(index);
    if (kept == nullptr)
        return;
    const ThemeColors &theme = themeColors(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF face = QRectF(option.rect).adjusted(1.5, 2.5, -1.5, -2.5);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(QPen(selected ? theme.accent : theme.border, 1));
    painter->setBrush(selected ? theme.accentSoft : theme.card);
    painter->drawRoundedRect(face, 6, 6);
    const std::optional<ComparedRun> compared = model->compared().find(kept->id);
    const QColor color = compared ? compared->color(option.palette) : theme.muted;
    const QRect tick = tickRect(option.rect);
    painter->setPen(QPen(compared ? color : theme.strongBorder, 1.5));
    painter->setBrush(compared ? QBrush(color) : QBrush(theme.field));
    painter->drawRoundedRect(tick, 3, 3);
    QFont letter = themeFont(TextRole::Caption);
    letter.setBold(true);
    if (compared) {
        painter->setFont(letter);
        painter->setPen(theme.card);
        painter->drawText(tick, Qt::AlignCenter, compared->letter());
    }
    const QRect inner = option.rect.adjusted(2 * kPadding + kTick, kPadding - 2, -kPadding, -kPadding + 2);
    const QRectF curve(inner.right() - kCurveWidth, inner.top() + 4, kCurveWidth - 4, 22);
    painter->setPen(compared ? QPen(color, 1.6, compared->dash()) : QPen(theme.muted, 1.4));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(smallCurve(*kept, curve));
    QFont title = themeFont(TextRole::Body);
    title.setBold(true);
    const QFontMetrics titleMetrics(title), captionMetrics(themeFont(TextRole::Caption));
    QRect line(inner.left(), inner.top(), inner.width() - kCurveWidth - 6, titleMetrics.height() + 2);
    painter->setFont(title);
    painter->setPen(theme.text);
    const QString name = (kept->pinned ? QStringLiteral("● ") : QString()) + index.data(Qt::DisplayRole).toString();
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, fittingParts(name, titleMetrics, line.width()));
    painter->setFont(themeFont(TextRole::Caption));
    painter->setPen(theme.muted);
    line.translate(0, line.height());
    line.setHeight(captionMetrics.height() + 1);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      fittingParts(model->secondLine(*kept), captionMetrics, line.width()));
    line.translate(0, line.height());
    line.setWidth(inner.width());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      fittingParts(model->thirdLine(*kept), captionMetrics, line.width()));
    painter->restore();
}

bool ShelfDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const auto toggle = [&] {
        const bool chosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, chosen ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    };
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space)
        return toggle();
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const QPoint place = static_cast<QMouseEvent *>(event)->position().toPoint();
    return tickRect(option.rect).adjusted(-6, -6, 6, 6).contains(place) && toggle();
}

void ShelfDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.left() + 2 * kPadding + kTick - 4, option.rect.top() + 3,
                        option.rect.width() - 3 * kPadding - kTick, editor->sizeHint().height());
}

} // namespace gatescope
