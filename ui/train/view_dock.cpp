// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/view_dock.h"

#include "ui/shell/theme.h"
#include "ui/train/views/live_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPainter>
#include <QToolButton>

namespace gatescope {

ViewDock::ViewDock(LiveView *view, QWidget *parent)
    : QDockWidget(view->exportTitle(), parent), m_view(view), m_header(new CardHeader(view->exportTitle(), this))
{
    setObjectName(QStringLiteral("dock-") + view->id());
    setAllowedAreas(Qt::AllDockWidgetAreas);
    setTitleBarWidget(m_header);
    auto *frame = new QWidget(this);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->addWidget(view);
    setWidget(frame);
    for (QWidget *tool : view->tools()) {
        if (auto *box = qobject_cast<QComboBox *>(tool))
            box->setFrame(false);
        m_header->addTool(tool);
    }
    m_enlarge = m_header->addButton(QStringLiteral("enlarge"), tr("Enlarge"), tr("Shows this view alone; once more shows all again."));
    m_header->addExport(*view);
    m_detach = m_header->addButton(QStringLiteral("detach"), tr("Tear off"), tr("Puts this view into a window of its own, or back."));
    QToolButton *close = m_header->addButton(QStringLiteral("close"), tr("Close"), tr("Closes this view; View › Panels opens it again."));
    connect(m_enlarge, &QToolButton::clicked, this, &ViewDock::enlargeToggled);
    connect(m_detach, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    connect(view, &LiveView::captionChanged, m_header, &CardHeader::setCaption);
    connect(this, &QDockWidget::topLevelChanged, this, [this](bool floating) {
        m_detach->setIcon(themedIcon(floating ? QStringLiteral("attach") : QStringLiteral("detach")));
        m_enlarge->setVisible(!floating);
    });
    m_header->setCaption(view->exportCaption());
}

void ViewDock::setEnlarged(bool enlarged) { m_enlarge->setIcon(themedIcon(enlarged ? QStringLiteral("restore") : QStringLiteral("enlarge"))); }

void ViewDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isFloating())
        painter.fillRect(rect(), themeColors(palette()).card);
    else
        Card::paintFace(painter, rect(), palette());
}

} // namespace gatescope
