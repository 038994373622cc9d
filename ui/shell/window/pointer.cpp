// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/pointer.h"

#include "ui/look/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollArea>

namespace gatescope {

namespace {

/// The frame: it lies over the window, lets the pointer through, and goes with the next press.
class PointerFrame : public QWidget {
public:
    PointerFrame(QWidget &window, const QRect &around) : QWidget(&window)
    {
        setObjectName(QStringLiteral("pointer-frame"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(around.adjusted(-6, -6, 6, 6));
        qApp->installEventFilter(this);
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeColors(palette()).warning, 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 8, 8);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress)
            deleteLater();
        return false;
    }
};

QWidget *visibleOf(QWidget &window, const QString &id)
{
    for (const char *prefix : {"", "setting-", "transport-", "view-", "dock-"}) {
        for (QWidget *found : window.findChildren<QWidget *>(QLatin1String(prefix) + id)) {
            if (found->isVisibleTo(&window))
                return found;
        }
    }
    return nullptr;
}

} // namespace

bool pointAt(QWidget &window, const QString &id)
{
    qDeleteAll(window.findChildren<QWidget *>(QStringLiteral("pointer-frame"), Qt::FindDirectChildrenOnly));
    QWidget *found = visibleOf(window, id);
    auto *unfold = window.findChild<QAbstractButton *>(QStringLiteral("show-settings"));
    if (!found && unfold && unfold->isVisible()) { // it may be a setting, and these are folded away
        unfold->click();
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        found = visibleOf(window, id);
    }
    if (!found)
        return false;
    for (QWidget *parent = found->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(found);
    }
    new PointerFrame(window, QRect(found->mapTo(&window, QPoint(0, 0)), found->size()));
    return true;
}

} // namespace gatescope
