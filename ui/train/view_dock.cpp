// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/view_dock.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/train/views/live_view.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QMenu>
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
    if (QWidget *tool = view->mainTool()) {
        if (auto *box = qobject_cast<QComboBox *>(tool)) {
            box->setFrame(false);
            box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        }
        m_header->addTool(tool);
    }
    m_enlarge = m_header->addButton(QStringLiteral("enlarge"), tr("Enlarge"),
                                    tr("Shows this view alone; once more shows all again."));
    m_header->addExport(*view);
    QMenu *more = m_header->addMore(tr("More choices: ranges and axes, tear off, close."));
    view->addChoices(*more);
    more->addSeparator();
    m_detach = more->addAction(themedIcon(QStringLiteral("detach")), tr("Tear off"));
    m_detach->setToolTip(tr("Puts this view into a window of its own, or back."));
    QAction *close = more->addAction(themedIcon(QStringLiteral("close")), tr("Close"));
    close->setToolTip(tr("Closes this view; View › Panels opens it again."));
    connect(m_enlarge, &QToolButton::clicked, this, &ViewDock::enlargeToggled);
    connect(m_detach, &QAction::triggered, this, [this] { setFloating(!isFloating()); });
    connect(close, &QAction::triggered, this, &QDockWidget::close);
    connect(view, &LiveView::captionChanged, m_header, &CardHeader::setCaption);
    connect(this, &QDockWidget::topLevelChanged, this, [this](bool floating) {
        m_detach->setIcon(themedIcon(floating ? QStringLiteral("attach") : QStringLiteral("detach")));
        m_detach->setText(floating ? tr("Put back") : tr("Tear off"));
        m_enlarge->setVisible(!floating);
    });
    m_header->setShortTitle(view->shortTitle());
    m_header->setCaption(view->exportCaption());
}

void ViewDock::setEnlarged(bool enlarged)
{
    m_enlarge->setIcon(themedIcon(enlarged ? QStringLiteral("restore") : QStringLiteral("enlarge")));
}

void ViewDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isFloating())
        painter.fillRect(rect(), themeColors(palette()).card);
    else
        Card::paintFace(painter, rect(), palette());
}

} // namespace gatescope
