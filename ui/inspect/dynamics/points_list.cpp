// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/dynamics/points_list.h"

#include "ui/inspect/shown/inspect_view.h"
#include "ui/widgets/form/table_style.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <cmath>

namespace gatescope {

namespace {

constexpr int kMostValues = 12; ///< eigenvalues that a tip names
constexpr int kRowsShown = 5;

QString kindText(PointKind kind)
{
    switch (kind) {
    case PointKind::Stable:
        return QObject::tr("stable");
    case PointKind::Saddle:
        return QObject::tr("saddle");
    case PointKind::Repeller:
        break;
    }
    return QObject::tr("repeller");
}

QString complexText(const std::complex<double> &value)
{
    QString text = signedText(value.real(), 3);
    if (std::abs(value.imag()) > 1e-9)
        text += QStringLiteral(" ± %1i").arg(fixedText(std::abs(value.imag()), 3));
    return text;
}

/// Every eigenvalue once, of a complex pair both as one.
QString eigenvaluesText(const FixedPoint &point)
{
    QStringList texts;
    for (const std::complex<double> &value : point.eigenvalues) {
        if (value.imag() < -1e-9)
            continue;
        if (texts.size() == kMostValues) {
            texts << QStringLiteral("…");
            break;
        }
        texts << complexText(value);
    }
    return QObject::tr("Eigenvalues of ∂F/∂h, largest first: %1").arg(texts.join(QStringLiteral(",  ")));
}

} // namespace

QString answerText(const Vector<double> &answer, const PreparedData<float> *data)
{
    if (data && data->options.task == TaskKind::Classification && answer.size() > 0) {
        Index largest = 0;
        answer.maxCoeff(&largest);
        return largest < std::ssize(data->classNames) ? shown(data->classNames[static_cast<std::size_t>(largest)])
                                                      : QString::number(largest);
    }
    Matrix<double> units = answer;
    if (data && data->options.predict != TargetForm::Change && data->outputs() == answer.size())
        data->toUnits(units, Matrix<double>());
    QStringList texts;
    for (Index i = 0; i < units.rows() && i < 4; ++i)
        texts << signedText(units(i, 0), 2);
    if (units.rows() > 4)
        texts << QStringLiteral("…");
    return texts.join(QStringLiteral("  "));
}

PointsList::PointsList(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("fixed-points-list"));
    setAccessibleName(tr("Fixed points found"));
    setToolTip(tr("Choose a point to see it marked in the portrait."));
    setHeaderLabels({tr("no."), tr("kind"), tr("answer"), tr("steps"), tr("|λ|"), tr("‖F(h) − h‖"), tr("starts")});
    headerItem()->setToolTip(2, tr("What the network's head says at this state."));
    headerItem()->setToolTip(3, tr("−1 / ln|λ| of the largest eigenvalue: steps after which a small push has faded to "
                                   "37 %, or where it grows, has grown to 2.7 times."));
    headerItem()->setToolTip(4, tr("The largest eigenvalue's size: below 1 a small push fades."));
    headerItem()->setToolTip(5, tr("How far one step moves the state: 0 but for rounding at a fixed point."));
    headerItem()->setToolTip(6, tr("How many of the starts end here when the network runs on."));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    styleTree(*this);
    connect(this, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem *item) { Q_EMIT chosen(item ? item->data(0, Qt::UserRole).toInt() : -1); });
}

QSize PointsList::sizeHint() const
{
    const int line = fontMetrics().height() + 4;
    const int rows = std::min(topLevelItemCount(), kRowsShown);
    return {300, header()->sizeHint().height() + std::max(rows, 1) * line + 2 * frameWidth()};
}

QSize PointsList::minimumSizeHint() const
{
    return {120, sizeHint().height()}; // the page scrolls where it has no room
}

void PointsList::addPoint(const FixedPoint &point, int index, Index starts, const PreparedData<float> *windows)
{
    const double steps = point.steps();
    const QString kind = kindText(point.kind) + (point.turns() ? tr(", turning") : QString());
    auto *item = new QTreeWidgetItem(
        this, {QString::number(index + 1), kind, answerText(point.answer, windows),
               steps > 1e6 ? QStringLiteral("∞") : fixedText(steps, steps < 10 ? 1 : 0),
               fixedText(std::abs(point.eigenvalues.front()), 3), shortNumber(point.residual),
               point.kind == PointKind::Stable ? tr("%1 of %2").arg(point.arrivals).arg(starts) : QString()});
    item->setData(0, Qt::UserRole, index);
    const QString values = eigenvaluesText(point);
    for (int column = 0; column < columnCount(); ++column) {
        item->setToolTip(column, values);
        if (column != 1)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void PointsList::show(const FixedPoints &found, const PreparedData<float> *windows)
{
    const QSignalBlocker blocker(this);
    clear();
    for (std::size_t i = 0; i < found.points.size(); ++i)
        addPoint(found.points[i], static_cast<int>(i), found.starts, windows);
    for (const SlowPoint &point : found.slow) {
        auto *item = new QTreeWidgetItem(this, {QString(), tr("slow"), QString(), QString(), QString(),
                                                shortNumber(std::sqrt(2.0 * point.speed)), QString()});
        item->setData(0, Qt::UserRole, -1);
        item->setToolTip(1, tr("No fixed point, but a state that is left only little by little: q = ½‖F(h) − h‖² = %1.")
                                .arg(shortNumber(point.speed)));
        item->setTextAlignment(5, Qt::AlignRight | Qt::AlignVCenter);
    }
    updateGeometry();
}

void PointsList::choose(int point)
{
    const QSignalBlocker blocker(this);
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->data(0, Qt::UserRole).toInt() == point && point >= 0) {
            setCurrentItem(topLevelItem(row));
            return;
        }
    }
    setCurrentItem(nullptr);
}

} // namespace gatescope
