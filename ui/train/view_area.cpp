// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/view_area.h"

#include "ui/train/view_dock.h"
#include "ui/train/view_table.h"

#include <QEvent>
#include <QStyle>
#include <QTimer>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kLayoutVersion = 2; ///< 2: with the weights

} // namespace

ViewArea::ViewArea(QWidget *parent) : QMainWindow(parent)
{
    setWindowFlags(Qt::Widget); // its constructor makes every QMainWindow a window
    setObjectName(QStringLiteral("train-area"));
    setDockNestingEnabled(true);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setContextMenuPolicy(Qt::NoContextMenu);
}

ViewDock &ViewArea::add(LiveView *view)
{
    auto *dock = new ViewDock(view, this);
    connect(dock, &ViewDock::enlargeToggled, this, [this, dock] { toggleEnlarged(*dock); });
    connect(dock, &QDockWidget::topLevelChanged, this, [this] { m_follows = false; });
    m_docks.push_back(dock);
    return *dock;
}

void ViewArea::arrange()
{
    endDrag();
    m_enlarged = nullptr;
    std::vector<bool> shown(m_docks.size(), false);
    std::fill_n(shown.begin(), kOpenAtFirst, true);
    for (ViewDock *dock : m_docks) {
        dock->setEnlarged(false);
        dock->setFloating(false);
    }
    m_follows = true;
    place(false, shown);
    follow();
}

void ViewArea::place(bool inOneColumn, const std::vector<bool> &shown)
{
    m_inOneColumn = inOneColumn;
    for (ViewDock *dock : m_docks) {
        addDockWidget(Qt::LeftDockWidgetArea, dock);
        dock->show();
    }
    if (!inOneColumn)
        splitDockWidget(m_docks[0], m_docks[1], Qt::Horizontal);
    for (std::size_t i = inOneColumn ? 1 : 2; i < m_docks.size(); ++i) {
        const std::size_t above = inOneColumn ? i - 1 : i < kOpenAtFirst ? i - 2 : kOpenAtFirst - 1;
        splitDockWidget(m_docks[above], m_docks[i], Qt::Vertical);
    }
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        m_docks[i]->setVisible(shown[i]);
    updateGeometry();
    share();
}

std::vector<bool> ViewArea::shownDocks() const
{
    std::vector<bool> shown;
    for (const ViewDock *dock : m_docks)
        shown.push_back(!dock->isHidden());
    return shown;
}

bool ViewArea::mayChangeColumns() const
{
    return m_follows && !m_enlarged && !dragged()
           && std::ranges::none_of(m_docks, [](const ViewDock *dock) { return dock->isFloating(); });
}

int ViewArea::widthOfTwoColumns() const
{
    const auto least = [this](std::size_t one, std::size_t other) {
        return std::max(
            {m_docks[one]->minimumSizeHint().width(), m_docks[other]->minimumSizeHint().width(), m_leastView.width()});
    };
    return least(0, 2) + style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, this) + least(1, 3);
}

void ViewArea::share()
{
    const bool whole = std::all_of(m_docks.begin(), m_docks.begin() + kOpenAtFirst,
                                   [](const ViewDock *dock) { return !dock->isFloating() && !dock->isHidden(); });
    if (!whole || dragged())
        return; // Qt shares the room among those that are left; what is being dragged has its place taken from it
    // What is left over, or lacks, of smaller sizes Qt would share by what the views ask for, not evenly.
    const int border = style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, this);
    if (m_inOneColumn) {
        const QList<QDockWidget *> open(m_docks.begin(), m_docks.begin() + kOpenAtFirst);
        resizeDocks(open, QList<int>(open.size(), (height() + border) / static_cast<int>(open.size()) - border),
                    Qt::Vertical);
        return;
    }
    const int wide = width() - border, high = height() - border;
    const auto least = [this](std::size_t one, std::size_t other) {
        return m_docks[one]->minimumSizeHint().expandedTo(m_docks[other]->minimumSizeHint());
    };
    const int right = std::max(wide / 2, least(1, 3).width()), left = std::max(wide - right, least(0, 2).width());
    const int below = std::max(high / 2, least(2, 3).height()), above = std::max(high - below, least(0, 1).height());
    if (left >= wide || above >= high)
        return; // not laid out yet
    resizeDocks({m_docks[0], m_docks[1]}, {left, wide - left}, Qt::Horizontal);
    resizeDocks({m_docks[0], m_docks[2]}, {above, high - above}, Qt::Vertical);
    resizeDocks({m_docks[1], m_docks[3]}, {above, high - above}, Qt::Vertical);
}

void ViewArea::keepReadable(const QSize &leastView)
{
    m_leastView = leastView;
    if (leastView.isEmpty() && m_inOneColumn && !m_enlarged) {
        endDrag();
        m_follows = true;
        place(false, shownDocks());
    }
    updateGeometry();
    follow();
}

QSize ViewArea::minimumSizeHint() const
{
    const QSize all = QMainWindow::minimumSizeHint();
    if (m_leastView.isEmpty())
        return all;
    if (m_enlarged || !mayChangeColumns())
        return all.expandedTo(m_enlarged ? m_leastView : 2 * m_leastView);
    int widest = m_leastView.width(), shown = 0;
    for (const ViewDock *dock : m_docks) {
        widest = std::max(widest, dock->isHidden() ? 0 : dock->minimumSizeHint().width());
        shown += dock->isHidden() ? 0 : 1;
    }
    return {widest, std::max(all.height(), (m_inOneColumn ? shown : 2) * m_leastView.height())};
}

void ViewArea::toggleEnlarged(ViewDock &dock)
{
    endDrag();
    if (m_enlarged) {
        m_enlarged->setEnlarged(false);
        m_enlarged = nullptr;
        restoreState(m_beforeEnlarging, kLayoutVersion);
        keepReadable(m_leastView);
        return;
    }
    m_beforeEnlarging = saveState(kLayoutVersion);
    m_enlarged = &dock;
    dock.setEnlarged(true);
    for (ViewDock *other : m_docks) {
        if (other != &dock && !other->isFloating())
            other->hide();
    }
}

QByteArray ViewArea::layoutState()
{
    endDrag();
    return m_inOneColumn ? m_beforeOneColumn : m_enlarged ? m_beforeEnlarging : saveState(kLayoutVersion);
}

void ViewArea::restoreLayoutState(const QByteArray &state, bool follows)
{
    endDrag();
    if (!restoreState(state, kLayoutVersion)) {
        arrange();
        return;
    }
    m_follows = follows;
    m_inOneColumn = false;
    follow();
}

bool ViewArea::event(QEvent *event)
{
    const bool taken = QMainWindow::event(event);
    if (event->type() == QEvent::MouseButtonPress && taken && event->isAccepted())
        m_follows = false; // on a border between views: nothing else here takes a press
    return taken;
}

void ViewArea::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    follow();
}

void ViewArea::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    follow();
}

void ViewArea::follow()
{
    QTimer::singleShot(0, this, [this] {
        if (!m_follows || m_enlarged || !isVisible())
            return;
        const bool inOneColumn = !m_leastView.isEmpty() && width() < widthOfTwoColumns();
        if (inOneColumn == m_inOneColumn || !mayChangeColumns()) {
            share();
            return;
        }
        if (inOneColumn)
            m_beforeOneColumn = saveState(kLayoutVersion);
        place(inOneColumn, shownDocks());
    });
}

ViewDock *ViewArea::dragged() const
{
    const auto found =
        std::ranges::find_if(m_docks, [](const ViewDock *dock) { return dock == QWidget::mouseGrabber(); });
    return found == m_docks.end() ? nullptr : *found;
}

/// While a view is dragged, Qt's layout holds a gap for it beside what it will go back to: whatever else changes the
/// layout then leaves views in it twice, and the program ends in a crash. So it goes back to its place first.
void ViewArea::endDrag()
{
    if (ViewDock *dock = dragged())
        dock->setFloating(false);
}

} // namespace gatescope
