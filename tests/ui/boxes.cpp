// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/boxes.h"

#include "ui/compare/runs/shelf_card.h"
#include "ui/document/shared/actions.h"
#include "ui/shell/files/unsaved_question.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/common/file_choice.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <utility>

namespace gatescope {

namespace {

/// Calls what opens a box and waits for it; `seen` is tried again and again meanwhile until it has dealt with the box.
void whileOpen(const std::function<void()> &open, const std::function<bool(QWidget &modal)> &seen)
{
    QTimer timer;
    int tries = 0;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        QWidget *modal = QApplication::activePopupWidget();
        modal = modal ? modal : QApplication::activeModalWidget();
        if (modal && seen(*modal))
            timer.stop();
        else if (modal && ++tries > 500) // whatever it is, it is not waited for: the test says what was not seen
            modal->close();
    });
    timer.start(10);
    open();
}

/// The entry with an ellipsis. Not from within a timer that is to go on while a box waits: a timer does not nest.
void pressWhatAsks(QMenu &menu)
{
    for (QAction *action : menu.actions()) {
        if (action->text().contains(QChar(0x2026)))
            menu.setActiveAction(action);
    }
    QTest::keyClick(&menu, Qt::Key_Return);
}

/// Presses "Note…" in the menu of the shelf's first run.
void openNote(MainWindow &window)
{
    window.showWorkspace(QStringLiteral("compare"));
    auto *list = window.findChild<ShelfCard *>()->findChild<QAbstractItemView *>();
    Q_EMIT list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).center());
}

} // namespace

QStringList boxNames()
{
    return {QStringLiteral("unsaved"), QStringLiteral("replace"), QStringLiteral("note"), QStringLiteral("about")};
}

QStringList forEachBox(MainWindow &window, const QTemporaryDir &folder,
                       const std::function<void(const std::string &, QDialog &)> &look)
{
    QStringList seen;
    const auto lookAt = [&](const char *name, QWidget &modal) {
        seen << QLatin1String(name);
        look(name, dynamic_cast<QDialog &>(modal));
        modal.close();
        return true;
    };
    const QString title = QStringLiteral("Seattle weather, four years of days, all four figures at once, 12 epochs");
    whileOpen([&] { askAboutUnsaved(title, &window); },
              [&](QWidget &modal) { return qobject_cast<QMessageBox *>(&modal) && lookAt("unsaved", modal); });
    QFile there(folder.filePath(QStringLiteral("seattle-weather-four-years-of-days-all-figures.safetensors")));
    there.open(QIODevice::WriteOnly);
    bool isAccepted = false, wasAsked = false;
    whileOpen([&] { fileToSave(&window, QStringLiteral("Save"), there.fileName(), {}); },
              [&](QWidget &modal) {
                  if (qobject_cast<QMessageBox *>(&modal)) {
                      wasAsked = true;
                      lookAt("replace", modal);
                  } else if (auto *dialog = qobject_cast<QFileDialog *>(&modal)) {
                      if (wasAsked)
                          dialog->reject();
                      else if (!std::exchange(isAccepted, true)) // which waits for the answer to its own question
                          QTimer::singleShot(0, dialog, [dialog] { QMetaObject::invokeMethod(dialog, "accept"); });
                      return wasAsked;
                  }
                  return false;
              });
    bool isPressed = false;
    whileOpen([&] { openNote(window); },
              [&](QWidget &modal) {
                  auto *menu = qobject_cast<QMenu *>(&modal);
                  if (menu && !std::exchange(isPressed, true))
                      QTimer::singleShot(0, menu, [menu] { pressWhatAsks(*menu); });
                  return qobject_cast<QInputDialog *>(&modal) && lookAt("note", modal);
              });
    whileOpen([&] { window.actions().press(QStringLiteral("help.about")); },
              [&](QWidget &modal) { return qobject_cast<QMessageBox *>(&modal) && lookAt("about", modal); });
    return seen;
}

} // namespace gatescope
