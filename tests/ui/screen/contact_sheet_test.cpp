// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of all that the window can show, for tests/ui/screen/contact_sheets.sh, which puts them side by side.
#include "tests/ui/screen/screen_fixture.h"

#include "ui/document/shared/actions.h"
#include "ui/document/shared/workspace.h"
#include "ui/shell/bars/message_bar.h"
#include "ui/shell/bars/notices.h"
#include "ui/shell/dialogs/class_dialog.h"
#include "ui/shell/dialogs/export_dialog.h"
#include "ui/shell/dialogs/keys_dialog.h"

#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTimer>

namespace gatescope {

class ContactSheet : public ScreenTest {
protected:
    void save(QWidget &widget, const std::string &name)
    {
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
        for (const char *id : {"help.keys", "help.about"}) {
            QTimer::singleShot(200, [this, id] {
                if (QWidget *dialog = QApplication::activeModalWidget()) {
                    save(*dialog, std::string("dialog ") + id);
                    dialog->close();
                }
            });
            window->actions().press(QLatin1String(id));
        }
    }

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
        saveScreens("empty");
        openTrained();
        saveScreens("trained");
        saveBars();
        saveMenus(window->menuBar()->actions(), "");
        saveDialogs();
    }

    const QString m_folder = qEnvironmentVariable("GATESCOPE_SHEETS", folder.path());
    int m_number = 0;
};

TEST_F(ContactSheet, DISABLED_OfEverything)
{
    const QString look = qEnvironmentVariable("GATESCOPE_LOOK", "light");
    theme.setMode(look == "dark"             ? ThemeMode::Dark
                  : look == "contrast"       ? ThemeMode::HighContrast
                  : look == "light-contrast" ? ThemeMode::LightContrast
                                             : ThemeMode::Light);
    theme.setTextScale(qEnvironmentVariable("GATESCOPE_TEXT", "1").toDouble());
    const QStringList size = qEnvironmentVariable("GATESCOPE_SIZE", "1440x900").split('x');
    takeAll({size.at(0).toInt(), size.at(1).toInt()});
}

} // namespace gatescope
