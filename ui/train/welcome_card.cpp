// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/welcome_card.h"

#include "ui/document/shared/actions.h"
#include "ui/look/calm_shapes.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace gatescope {

WelcomeCard::WelcomeCard(QWidget *parent) : QWidget(parent), m_title(new QLabel(this)), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("welcome"));
    m_title->setText(tr("Welcome"));
    m_text->setText(tr("GateScope shows a GRU network while it learns. Four things to begin with:"));
    m_text->setWordWrap(true);
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("welcome-close"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(tr("Closes these words for good."));
    close->setAccessibleName(tr("Close the welcome"));
    connect(close, &QToolButton::clicked, this, [this] { setDone(true); });
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 8, 8, 10);
    rows->setSpacing(6);
    rows->addLayout(head);
    rows->addWidget(m_text);
    applyFonts();
}

void WelcomeCard::bindActions(Actions &actions)
{
    const auto add = [this](const QString &icon, const QString &text, const QString &tip, auto work) {
        auto *button = new QPushButton(themedIcon(icon), text, this);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, work);
        layout()->addWidget(button);
        return button;
    };
    QPushButton *train = add(QStringLiteral("run"), tr("Train it (Space)"), tr("Starts the training, or pauses it."),
                             [&actions] { actions.press(QStringLiteral("run")); });
    if (const QAction *run = actions.action(QStringLiteral("run"))) {
        const auto follow = [train, run] {
            train->setEnabled(run->isEnabled());
            train->setToolTip(run->isEnabled() ? tr("Starts the training, or pauses it.") : run->toolTip());
        };
        connect(run, &QAction::changed, train, follow);
        follow();
    }
    add(QStringLiteral("inspect"), tr("Look into a cell"),
        tr("Opens Inspect: every equation with this step's numbers."),
        [&actions] { actions.set(QStringLiteral("workspace"), QStringLiteral("inspect")); });
    add(QStringLiteral("learn"), tr("Take a lesson"), tr("Opens Learn: lessons of 5 to 8 minutes."),
        [&actions] { actions.set(QStringLiteral("workspace"), QStringLiteral("learn")); });
    add(QStringLiteral("open"), tr("Open your own file…"), tr("Asks for a CSV, a text, tensors, a session or a model."),
        [&actions] { actions.press(QStringLiteral("file.open")); });
}

void WelcomeCard::setDone(bool done)
{
    m_isDone = done;
    showIfWanted();
}

void WelcomeCard::setWanted(bool wanted)
{
    m_isWanted = wanted;
    showIfWanted();
}

void WelcomeCard::showIfWanted()
{
    setVisible(m_isWanted && !m_isDone);
}

void WelcomeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    roundedBox(painter, rect(), colors.accentSoft, QPen(Qt::NoPen));
}

void WelcomeCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyFonts();
    QWidget::changeEvent(event);
}

void WelcomeCard::applyFonts()
{
    m_title->setFont(themeFont(TextRole::Title));
    m_text->setFont(themeFont(TextRole::Caption));
}

} // namespace gatescope
