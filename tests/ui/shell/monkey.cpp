// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/monkey.h"

#include "ui/document/shared/workspace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenuBar>
#include <QTest>
#include <QToolButton>

#include <array>

namespace gatescope {

namespace {

constexpr int kEventsOfATraining = 997; ///< then a small network begins, whatever was chosen before

} // namespace

Monkey::Monkey(MainWindow &window, Document &document, Theme &theme, std::uint64_t seed)
    : m_window(window), m_document(document), m_theme(theme), m_random(seed)
{
    QObject::connect(&m_closer, &QTimer::timeout, [] {
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        if (QWidget *dialog = QApplication::activeModalWidget())
            dialog->close();
    });
}

void Monkey::play(int events)
{
    m_closer.start(5);
    m_document.training().start();
    for (int i = 0; i < events; ++i) {
        oneEvent(*anyWidget());
        if (i % 500 == 0)
            turnEverything();
        if (i % kEventsOfATraining == 0 && m_document.training().session())
            beginAnew();
    }
    m_closer.stop();
    QApplication::processEvents();
}

/// A visible widget of the window that can be clicked without asking for a file.
QWidget *Monkey::anyWidget()
{
    QList<QWidget *> widgets;
    for (QWidget *widget : m_window.findChildren<QWidget *>()) {
        const auto *tool = qobject_cast<QToolButton *>(widget);
        if (widget->isVisible() && !qobject_cast<QMenuBar *>(widget) && !(tool && tool->menu())
            && widget->window() == &m_window)
            widgets << widget;
    }
    return widgets.isEmpty()
               ? &m_window
               : widgets[static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(widgets.size())))];
}

void Monkey::oneEvent(QWidget &widget)
{
    constexpr std::array keys = {Qt::Key_Space,     Qt::Key_B,        Qt::Key_P,     Qt::Key_R,       Qt::Key_Left,
                                 Qt::Key_Right,     Qt::Key_Up,       Qt::Key_Down,  Qt::Key_Home,    Qt::Key_End,
                                 Qt::Key_PageUp,    Qt::Key_PageDown, Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_0,
                                 Qt::Key_7,         Qt::Key_Period,   Qt::Key_Minus, Qt::Key_Return,  Qt::Key_Escape,
                                 Qt::Key_Backspace, Qt::Key_E};
    const QPoint place(static_cast<int>(m_random.below(static_cast<std::uint64_t>(std::max(widget.width(), 1)))),
                       static_cast<int>(m_random.below(static_cast<std::uint64_t>(std::max(widget.height(), 1)))));
    switch (m_random.below(8)) {
    case 0:
    case 1:
        QTest::mouseClick(&widget, Qt::LeftButton, {}, place);
        break;
    case 2:
        QTest::mouseMove(&widget, place);
        break;
    case 3:
        QTest::mouseDClick(&widget, Qt::LeftButton, {}, place);
        break;
    case 4: {
        QWheelEvent wheel(place, widget.mapToGlobal(place), {}, {0, m_random.below(2) == 0 ? 120 : -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &wheel);
        break;
    }
    default:
        QTest::keyClick(&widget, keys[m_random.below(keys.size())]);
        break;
    }
}

/// Another size, another theme, every workspace.
void Monkey::turnEverything()
{
    m_window.resize(640 + static_cast<int>(m_random.below(900)), 420 + static_cast<int>(m_random.below(500)));
    m_theme.setMode(static_cast<ThemeMode>(m_random.below(4)));
    for (const Workspace *workspace : m_window.workspaces())
        m_window.showWorkspace(workspace->info().id);
    QApplication::processEvents();
}

/// Trains a small network: large ones would only make the machine slow.
void Monkey::beginAnew()
{
    Settings settings = m_document.settings();
    settings.network.hidden = 4;
    settings.network.layers = 2;
    settings.training.threads = 1;
    m_document.setSettings(settings);
    m_document.newTraining(ResetWeights::Same);
    m_document.undoStack().clear();
    m_document.training().start();
}

} // namespace gatescope
