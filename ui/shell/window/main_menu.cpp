// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/main_menu.h"

#include "ui/document/saving/autosave.h"
#include "ui/document/shared/actions.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/workspace.h"
#include "ui/look/core_words.h"
#include "ui/look/icons.h"
#include "ui/look/language.h"
#include "ui/look/motion.h"
#include "ui/shell/bars/run_actions.h"
#include "ui/shell/dialogs/keys_dialog.h"
#include "ui/shell/files/file_actions.h"
#include "ui/shell/window/class_actions.h"
#include "ui/shell/window/help_panel.h"
#include "ui/shell/window/main_window.h"
#include "ui/shell/window/presenting.h"
#include "ui/widgets/common/view_export.h"

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

namespace gatescope {

MainMenu::MainMenu(MainWindow &window) : QObject(&window), m_window(window)
{
    addFile();
    addEdit();
    addRun();
    addView();
    addHelp();
}

QAction *MainMenu::named(const char *id, QAction *action)
{
    m_window.addAction(action); // its key works while the menu bar is hidden
    return m_window.m_registry->add(QString::fromLatin1(id), action);
}

void MainMenu::addFile()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    menu->setToolTipsVisible(true);
    named("file.open", menu->addAction(themedIcon(QStringLiteral("open")), tr("&Open…"), QKeySequence::Open, &m_window,
                                       [this] { m_window.files().chooseAndOpen(); }));
    QMenu *recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    QMenu *examples = menu->addMenu(tr("&Examples"));
    examples->setToolTipsVisible(true);
    connect(examples, &QMenu::aboutToShow, this, [this, examples] { fillExamples(*examples); });
    menu->addSeparator();
    named("file.save", menu->addAction(themedIcon(QStringLiteral("save")), tr("&Save session"), QKeySequence::Save,
                                       &m_window, [this] { m_window.files().save(); }))
        ->setToolTip(tr("Writes weights, training state, settings, history and view to one file: training goes on from "
                        "it as if it had never stopped."));
    named("file.save-as", menu->addAction(tr("Save session &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                                          &m_window, [this] { m_window.files().saveAs(); }))
        ->setToolTip(tr("Saves under another name."));
    addAutosave(*menu);
    QMenu *classes = menu->addMenu(tr("&Class set-up"));
    classes->setToolTipsVisible(true);
    m_window.classActions().fill(*classes);
    QAction *weights = menu->addAction(tr("Export &weights…"), QKeySequence(Qt::CTRL | Qt::Key_E), &m_window,
                                       [this] { m_window.files().exportWeights(); });
    named("file.export-weights", weights)
        ->setToolTip(tr("Writes the weights for PyTorch, ONNX, Keras and others, reads them back and compares."));
    named("file.report", menu->addAction(tr("Re&port…"), &m_window, [this] { m_window.files().report(); }))
        ->setToolTip(
            tr("Writes one page on the run, as HTML or PDF: scores beside the baselines, verdicts, curves, settings, "
               "gate health and the command that repeats it."));
    QMenu *exports = menu->addMenu(themedIcon(QStringLiteral("export")), tr("&Export view"));
    connect(exports, &QMenu::aboutToShow, this, [this, exports] { fillExports(*exports); });
    menu->addSeparator();
    named("file.quit", menu->addAction(tr("&Quit"), QKeySequence::Quit, &m_window, [this] { m_window.close(); }));
}

void MainMenu::addAutosave(QMenu &file)
{
    QMenu *menu = file.addMenu(tr("Au&tosave"));
    menu->setToolTipsVisible(true);
    auto *group = new QActionGroup(menu);
    const std::pair<int, QString> choices[] = {
        {10, tr("Every 10 seconds")}, {30, tr("Every 30 seconds")}, {120, tr("Every 2 minutes")}, {0, tr("Off")}};
    for (const auto &[seconds, title] : choices) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(seconds == m_window.m_preferences.autosaveSeconds());
        action->setToolTip(tr("How often an unsaved training is kept while it runs, to be recovered after a crash."));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = seconds] {
            m_window.m_preferences.setAutosaveSeconds(chosen);
            if (m_window.m_autosave)
                m_window.m_autosave->setInterval(std::chrono::seconds(chosen));
        });
    }
}

void MainMenu::fillRecent(QMenu &menu)
{
    menu.clear();
    for (const QString &path : m_window.m_preferences.recentFiles()) {
        QString name = path; // an ampersand would become a mnemonic
        menu.addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")), &m_window,
                       [this, path] { m_window.files().open(path); })
            ->setEnabled(QFileInfo::exists(path));
    }
    if (menu.isEmpty())
        menu.addAction(tr("No files yet"))->setEnabled(false);
    else {
        menu.addSeparator();
        menu.addAction(tr("Forget these"), &m_window, [this] { m_window.m_preferences.clearRecentFiles(); });
    }
}

void MainMenu::fillExamples(QMenu &menu)
{
    menu.clear();
    Document &document = m_window.m_document;
    try {
        for (const BundledDataset &dataset : bundledDatasets(document.resources())) {
            QAction *action = menu.addAction(coreWords(dataset.title), &m_window,
                                             [&document, dataset] { document.opening().openBundled(dataset); });
            action->setToolTip(coreWords(dataset.summary));
        }
    } catch (const Error &error) {
        document.showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
    menu.addSeparator();
    for (const GeneratedTask &task : generatedTasks()) {
        const QString title = coreWords(task.title);
        const std::string id(task.id);
        QAction *action = menu.addAction(
            title, &m_window, [&document, id, title] { document.opening().openGenerated(generateTask(id), title); });
        action->setToolTip(coreWords(task.summary));
    }
}

void MainMenu::fillExports(QMenu &menu)
{
    menu.clear();
    if (Workspace *workspace = m_window.currentWorkspace()) {
        for (ViewExport *view : workspace->exports()) {
            menu.addAction(tr("%1…").arg(view->exportTitle()), &m_window, [this, view] {
                const QString message = saveViewAs(*view, &m_window);
                if (!message.isEmpty())
                    m_window.m_document.showMessage(Severity::Error, message);
            });
        }
    }
    if (menu.isEmpty())
        menu.addAction(tr("This workspace has no views to export"))->setEnabled(false);
}

void MainMenu::addEdit()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    Document &document = m_window.m_document;
    QUndoStack &stack = document.undoStack();
    QAction *undo =
        menu->addAction(themedIcon(QStringLiteral("undo")), {}, &document.undoHistory(), &UndoHistory::undo);
    named("undo", undo)->setShortcut(QKeySequence::Undo);
    const auto nameUndo = [undo](const QString &what) { undo->setText(tr("Undo %1").arg(what).trimmed()); };
    connect(&stack, &QUndoStack::undoTextChanged, undo, nameUndo);
    connect(&stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    QAction *redo =
        menu->addAction(themedIcon(QStringLiteral("redo")), {}, &document.undoHistory(), &UndoHistory::redo);
    named("redo", redo)
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    const auto nameRedo = [redo](const QString &what) { redo->setText(tr("Redo %1").arg(what).trimmed()); };
    connect(&stack, &QUndoStack::redoTextChanged, redo, nameRedo);
    connect(&stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    nameUndo(stack.undoText());
    nameRedo(stack.redoText());
    undo->setEnabled(stack.canUndo());
    redo->setEnabled(stack.canRedo());
}

void MainMenu::addRun()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Run"));
    menu->setToolTipsVisible(true);
    const RunActions &actions = *m_window.m_actions;
    menu->addActions({actions.run, actions.batch, actions.epoch, actions.phase, actions.stop});
    menu->addSeparator();
    menu->addActions({actions.reset, actions.newWeights, actions.bestWeights});
}

void MainMenu::addView()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&View"));
    for (std::size_t i = 0; i < m_window.workspaces().size(); ++i) {
        const Workspace *workspace = m_window.workspaces()[i];
        menu->addAction(themedIcon(workspace->info().icon), workspace->info().title,
                        QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))), &m_window,
                        [this, i] { m_window.showWorkspaceAt(static_cast<int>(i)); });
    }
    menu->addSeparator();
    QMenu *panels = menu->addMenu(tr("&Panels"));
    connect(panels, &QMenu::aboutToShow, this, [this, panels] { fillWorkspaceActions(*panels); });
    named("view.reset-layout", menu->addAction(tr("Reset &layout"), &m_window, [this] { m_window.resetLayout(); }));
    const auto *presenting = new Presenting(m_window);
    menu->addActions({presenting->action(), presenting->spotlight()});
    menu->addSeparator();
    addLanguages(*menu);
    addThemes(*menu);
    addTextSizes(*menu);
    QAction *motion = menu->addAction(tr("Reduce &motion"));
    named("view.reduce-motion", motion)->setCheckable(true);
    motion->setChecked(m_window.m_preferences.reduceMotion());
    connect(motion, &QAction::toggled, this, [this](bool on) {
        m_window.m_preferences.setReduceMotion(on);
        applyReducedMotion(on);
    });
    applyReducedMotion(motion->isChecked());
}

void MainMenu::fillWorkspaceActions(QMenu &menu)
{
    menu.clear();
    if (Workspace *workspace = m_window.currentWorkspace())
        menu.addActions(workspace->viewActions());
    if (menu.isEmpty())
        menu.addAction(tr("This workspace has no panels to close"))->setEnabled(false);
}

void MainMenu::addThemes(QMenu &view)
{
    QMenu *menu = view.addMenu(tr("&Theme"));
    auto *group = new QActionGroup(menu);
    const std::pair<ThemeMode, QString> modes[] = {{ThemeMode::System, tr("&System")},
                                                   {ThemeMode::Light, tr("&Light")},
                                                   {ThemeMode::Dark, tr("&Dark")},
                                                   {ThemeMode::HighContrast, tr("Dark, &high contrast")},
                                                   {ThemeMode::LightContrast, tr("Light, high &contrast")}};
    for (const auto &[mode, title] : modes) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(mode == m_window.m_theme.mode());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = mode] {
            m_window.m_theme.setMode(chosen);
            m_window.m_preferences.setThemeMode(chosen);
        });
    }
}

void MainMenu::addLanguages(QMenu &view)
{
    QMenu *menu = view.addMenu(tr("Lan&guage"));
    menu->setObjectName(QStringLiteral("languages"));
    menu->setToolTipsVisible(true);
    auto *group = new QActionGroup(menu);
    for (const LanguageInfo &language : languageTable()) {
        const QString code = QString::fromLatin1(language.code);
        QAction *action = menu->addAction(code.isEmpty() ? tr("&System") : QString::fromUtf8(language.name));
        action->setCheckable(true);
        action->setChecked(code == m_window.m_preferences.language());
        action->setToolTip(tr("The language of all words on the screen. Numbers, files and what is exported stay as "
                              "they are."));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] {
            m_window.m_preferences.setLanguage(code);
            Q_EMIT m_window.languageChosen();
        });
    }
}

void MainMenu::addTextSizes(QMenu &view)
{
    QMenu *menu = view.addMenu(tr("Text si&ze"));
    auto *group = new QActionGroup(menu);
    for (const int percent : {90, 100, 115, 130, 150}) {
        QAction *action = menu->addAction(tr("%1 %").arg(percent));
        action->setCheckable(true);
        action->setChecked(percent == qRound(m_window.m_theme.textScale() * 100));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, percent] {
            m_window.m_theme.setTextScale(percent / 100.0);
            m_window.m_preferences.setTextScale(percent / 100.0);
        });
    }
}

void MainMenu::addHelp()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    named("help.this", menu->addAction(tr("&What is this?"), QKeySequence(Qt::Key_F1), &m_window, [this] {
        m_window.m_help->showPageOf(m_window.focusWidget() ? m_window.focusWidget() : m_window.currentWorkspace());
    }))->setToolTip(tr("Opens the page of the glossary that explains what has the focus; again closes it."));
    named("help.manual", menu->addAction(tr("&Manual"), &m_window, [this] {
        m_window.m_help->showPage(HelpPages::kContents);
    }))->setToolTip(tr("A page for every workspace, view, symbol and setting."));
    named("help.keys", menu->addAction(tr("&Keys…"), QKeySequence(Qt::SHIFT | Qt::Key_F1), &m_window,
                                       [this] { KeysDialog(*m_window.m_keys, &m_window).exec(); }));
    named("help.news", menu->addAction(tr("What's &new"), &m_window, [this] {
        m_window.m_help->showPage(QStringLiteral("whats-new"));
    }))->setToolTip(tr("What this version can do that the one before could not."));
    named("help.about", menu->addAction(tr("&About GateScope"), &m_window, [this] { showAbout(); }));
}

void MainMenu::showAbout()
{
    QMessageBox about(QMessageBox::NoIcon, tr("About GateScope"),
                      tr("GateScope %1\n\nWatch a gated recurrent unit network learn.\n"
                         "Free software under the GNU General Public License, version 3 or later.\n"
                         "Running with Qt %2.")
                          .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
                      QMessageBox::Close, &m_window);
    about.setIconPixmap(m_window.windowIcon().pixmap(64));
    const QPushButton *licences = about.addButton(tr("&Licences"), QMessageBox::ActionRole);
    about.setDefaultButton(QMessageBox::Close);
    about.exec();
    if (about.clickedButton() == licences)
        m_window.m_help->showPage(QStringLiteral("licences"));
}

} // namespace gatescope
