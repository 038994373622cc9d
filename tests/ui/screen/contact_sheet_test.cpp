// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of all that the window can show, for tests/ui/screen/contact_sheets.sh, which puts them side by side.
#include "tests/ui/screen/screen_fixture.h"

#include "ui/document/shared/actions.h"
#include "ui/document/shared/workspace.h"
#include "ui/learn/learn_workspace.h"
#include "ui/look/language.h"
#include "ui/shell/bars/message_bar.h"
#include "ui/shell/bars/notices.h"
#include "ui/shell/dialogs/class_dialog.h"
#include "ui/shell/dialogs/export_dialog.h"
#include "ui/shell/dialogs/keys_dialog.h"
#include "ui/shell/files/unsaved_question.h"

#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTimer>

#include <functional>

namespace gatescope {

class ContactSheet : public ScreenTest {
protected:
    void save(QWidget &widget, const std::string &name)
    {
        // What is worked out in the background belongs into the picture.
        EXPECT_TRUE(waitFor([this] { return window->currentWorkspace()->isSettled(); })) << name;
        letItSettle();
        static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
        const QString file = QStringLiteral("%1-%2")
                                 .arg(m_number++, 3, 10, QLatin1Char('0'))
                                 .arg(QString::fromStdString(name).toLower().replace(other, QStringLiteral("-")));
        EXPECT_TRUE(widget.grab().save(m_folder + QLatin1Char('/') + file.left(70) + QStringLiteral(".png"))) << name;
    }

    void saveScreens(const std::string &state)
    {
        forEachScreen([&](const std::string &name) { save(*window, state + " " + name); });
    }

    void saveMenus(const QList<QAction *> &actions, const std::string &name)
    {
        for (QAction *action : actions) {
            QMenu *menu = action->menu();
            if (!menu)
                continue;
            Q_EMIT menu->aboutToShow();
            menu->adjustSize();
            const std::string place = name + " " + action->text().toStdString();
            save(*menu, "menu " + place);
            saveMenus(menu->actions(), place);
        }
    }

    void saveDialogs()
    {
        ExportDialog exporting(*document, window.get());
        ClassDialog classes(window->workspaces(), window->resourcesFolder(), {}, window.get());
        for (QDialog *dialog : {static_cast<QDialog *>(&exporting), static_cast<QDialog *>(&classes)}) {
            dialog->show();
            save(*dialog, std::string("dialog ") + dialog->windowTitle().toStdString());
        }
        for (const char *id : {"help.keys", "help.about", "file.open", "class.open"})
            saveModal(id, [this, id] { window->actions().press(QLatin1String(id)); });
        saveModal("unsaved", [this] { askAboutUnsaved(QStringLiteral("waves.csv"), window.get()); });
    }

    /// What a call opens and waits for.
    void saveModal(const std::string &name, const std::function<void()> &open)
    {
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            QWidget *dialog = QApplication::activeModalWidget();
            if (!dialog)
                return;
            timer.stop();
            save(*dialog, "dialog " + name);
            dialog->close();
        });
        timer.start(200);
        open();
    }

    /// What is said of files that cannot be read, and of a form that is red.
    void saveRefusals()
    {
        for (const auto &[name, content] : {std::pair{"ragged.csv", "time,load\n1,2\n2,x,5\n"},
                                            std::pair{"empty.csv", ""}, std::pair{"model.safetensors", "no tensors"}}) {
            document->opening().openFile(file(QString::fromLatin1(name), content));
            ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
            save(*window, std::string("refused ") + name);
        }
    }

    void saveText()
    {
        QByteArray text;
        for (int i = 0; i < 40; ++i)
            text += "Rain falls on the plain, and the plain drinks rain.\n";
        document->opening().openFile(file(QStringLiteral("rain.txt"), text));
        ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy() && document->training().session(); }));
        document->training().stepEpoch();
        ASSERT_TRUE(waitFor(
            [this] { return document->training().snapshot()->epoch == 1 && state() != SessionState::Running; }));
        for (const char *id : {"data", "train", "inspect", "predict"}) {
            window->showWorkspace(QLatin1String(id));
            ASSERT_TRUE(settle());
            save(*window, std::string("text ") + id);
        }
    }

    /// The pages of a lesson beside the program, presenting, recording one, and the manual.
    void saveSidePages()
    {
        auto *learn = window->findChild<LearnWorkspace *>();
        ASSERT_TRUE(learn && learn->openLesson(QStringLiteral("exploding")));
        for (int page = 0; page < 3; ++page) {
            save(*window, "lesson page");
            window->actions().press(QStringLiteral("lesson.next"));
        }
        window->actions().press(QStringLiteral("view.present"));
        save(*window, "presenting");
        window->actions().press(QStringLiteral("view.present"));
        window->actions().press(QStringLiteral("lesson.close"));
        window->actions().press(QStringLiteral("lesson.record"));
        save(*window, "recording");
        for (const char *id : {"help.manual", "help.news"}) {
            window->actions().press(QLatin1String(id));
            save(*window, id);
        }
    }

    /// They lie over the page, which is to be seen whole; what they look like saveBars() shows.
    void closeBars() { window->findChild<Notices *>()->messages().clear(); }

    void saveBars()
    {
        window->showWorkspace("train");
        for (const auto &[severity, text] :
             {std::pair{Severity::Info, "The report is saved in report.html."},
              std::pair{Severity::Warning,
                        "\"wind\" has 12 empty cells: the rows are dropped. Data, Columns, says which."},
              std::pair{Severity::Error, "wave.csv, row 17, column \"load\": \"12,5,1\" is not a number. Overrule the "
                                         "decimal sign in Data."}}) {
            window->tell(severity, QString::fromUtf8(text));
            save(*window, "bar");
        }
    }

    void takeAll(const QSize &size)
    {
        show(size);
        QTest::qWait(1500); // the thumbnails of the start page
        saveScreens("empty");
        saveRefusals();
        openSmallSeries();
        closeBars();
        for (Workspace *workspace : window->workspaces()) {
            window->showWorkspace(workspace->info().id);
            save(*window, "untrained " + workspace->info().id.toStdString());
        }
        openTrained();
        closeBars();
        saveScreens("trained");
        saveBars();
        saveMenus(window->menuBar()->actions(), "");
        saveDialogs();
        saveText();
        saveSidePages();
    }

    const QString m_folder = qEnvironmentVariable("GATESCOPE_SHEETS", folder.path());
    int m_number = 0;
};

TEST_F(ContactSheet, DISABLED_OfEverything)
{
    Language language;
    language.choose(qEnvironmentVariable("GATESCOPE_SHEETS_LANGUAGE", "en"));
    restartUnsaved(); // the window's words are those of the language it is made in
    const QString look = qEnvironmentVariable("GATESCOPE_LOOK", "light");
    theme.setMode(look == "dark"            ? ThemeMode::Dark
                  : look == "contrast"      ? ThemeMode::HighContrast
                  : look == "lightcontrast" ? ThemeMode::LightContrast
                                            : ThemeMode::Light);
    theme.setTextScale(qEnvironmentVariable("GATESCOPE_TEXT", "1").toDouble());
    const QStringList size = qEnvironmentVariable("GATESCOPE_SIZE", "1440x900").split('x');
    takeAll({size.at(0).toInt(), size.at(1).toInt()});
    window.reset(); // before its words
}

} // namespace gatescope
