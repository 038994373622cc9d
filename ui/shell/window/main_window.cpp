// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/main_window.h"

#include "ui/document/saving/autosave.h"
#include "ui/document/shared/actions.h"
#include "ui/document/shared/key_bindings.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/document/shared/workspace.h"
#include "ui/look/core_words.h"
#include "ui/shell/bars/message_bar.h"
#include "ui/shell/bars/notices.h"
#include "ui/shell/bars/question_bar.h"
#include "ui/shell/bars/rail.h"
#include "ui/shell/bars/run_actions.h"
#include "ui/shell/bars/status_line.h"
#include "ui/shell/bars/transport_bar.h"
#include "ui/shell/files/file_actions.h"
#include "ui/shell/files/recovery.h"
#include "ui/shell/window/class_actions.h"
#include "ui/shell/window/field_keys.h"
#include "ui/shell/window/help_panel.h"
#include "ui/shell/window/main_menu.h"
#include "ui/shell/window/room_pane.h"
#include "ui/widgets/common/file_choice.h"
#include "ui/widgets/spoken/spoken_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QComboBox>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStyle>

#include <algorithm>

namespace gatescope {

namespace {

constexpr QSize kCompactBelow(800, 520);      ///< of the window, at the usual size of type
constexpr double kCompactBesideLesson = 1000; ///< its width where a lesson takes some of it

/// Leaves room for the frame, which is not known before the window is shown.
QSize defaultSize(const QWidget &window)
{
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    return QSize(1440, 900).boundedTo(window.screen()->availableSize() - QSize(8, title + 8));
}

QString layoutGroup(const Workspace &workspace)
{
    return QStringLiteral("layout-") + workspace.info().id;
}

} // namespace

MainWindow::MainWindow(Document &document, Selection &selection, Theme &theme, Preferences &preferences,
                       const WorkspaceMaker &workspaces, QWidget *parent)
    : QMainWindow(parent), m_document(document), m_selection(selection), m_theme(theme), m_preferences(preferences),
      m_registry(new Actions(this)), m_actions(new RunActions(document, *m_registry, this)), m_rail(new Rail),
      m_transport(new TransportBar(document, *m_actions)), m_pages(new QStackedWidget),
      m_notices(new Notices(*m_pages)), m_files(new FileActions(document, preferences, m_notices->questions(), *this)),
      m_class(new ClassActions(*this, document)), m_status(new StatusLine(document, selection)),
      m_beside(new QHBoxLayout), m_help(new HelpPanel(HelpPages(document.resources())))
{
    setObjectName(QStringLiteral("main-window"));
    installSpokenViews();
    setAcceptDrops(true);
    setMinimumSize(640, 400);
    buildFrame();
    addWorkspaces(workspaces);
    new MainMenu(*this);
    bindPlaces();
    m_keys = new KeyBindings(*m_registry, preferences.store(), this);
    connect(m_keys, &KeyBindings::changed, m_actions, &RunActions::update);
    m_actions->update();
    connectDocument();
    bindSelection();
    updateTitle();
    recall();
    m_pages->setFocusPolicy(Qt::ClickFocus);
    m_pages->setFocus(); // not on the first button: Space is for the training
    new FieldKeys(*m_pages, this);
    qApp->installEventFilter(this);
    if (!preferences.damage().isEmpty())
        m_notices->messages().showMessage(Severity::Warning, preferences.damage());
}

MainWindow::~MainWindow()
{
    m_document.file().setViewKeeper({});
    qApp->removeEventFilter(this);
}

void MainWindow::buildFrame()
{
    auto *central = new QWidget(this);
    auto *columns = new QHBoxLayout(central);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_rail);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(0);
    rows->addWidget(m_transport);
    m_beside->setContentsMargins(0, 0, 0, 0);
    m_beside->setSpacing(0);
    m_beside->addWidget(m_pages, 1);
    m_beside->addWidget(m_help);
    rows->addLayout(m_beside, 1);
    rows->addWidget(m_status);
    columns->addLayout(rows, 1);
    m_notices->setParent(central);
    setCentralWidget(central);
}

void MainWindow::addWorkspaces(const WorkspaceMaker &make)
{
    m_workspaces = make(m_document, m_selection, m_preferences, m_pages);
    for (std::size_t i = 0; i < m_workspaces.size(); ++i) {
        m_rooms.append(new RoomPane(*m_workspaces[i]));
        m_pages->addWidget(m_rooms.back());
        m_rail->addWorkspace(*m_workspaces[i],
                             QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
    }
    connect(m_rail, &Rail::chosen, this, &MainWindow::showWorkspaceAt);
}

void MainWindow::connectDocument()
{
    connect(&m_document, &Document::message, &m_notices->messages(), &MessageBar::showMessage);
    connect(&m_document, &Document::dataChanged, m_notices, &Notices::causeGone);
    connect(&m_document, &Document::dataAsks, this, [this] { showWorkspace(QStringLiteral("data")); });
    connect(&m_document.training(), &LiveTraining::sessionReset, m_notices, &Notices::causeGone);
    connect(&m_document, &Document::dataChanged, this, &MainWindow::updateTitle);
    connect(&m_document.file(), &DocumentFile::pathChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &Document::modelOpened, this,
            [this](const QString &, const SessionView &view) { showView(view); });
    m_document.file().setViewKeeper([this] { return view(); });
    connect(m_transport, &TransportBar::speedChanged, this, [this](int speed) { m_preferences.setSpeed(speed); });
}

void MainWindow::bindSelection()
{
    const auto limits = [this] {
        const auto open = m_document.data();
        const auto snapshot = m_document.training().snapshot();
        if (!open || !snapshot)
            m_selection.setLimits({0, 0, 0, 0});
        else
            m_selection.setLimits({open->train.size() + open->validation.size() + open->test.size(),
                                   snapshot->settings.network.layers, open->train.steps(),
                                   snapshot->settings.network.hidden});
        // New data: a step in the middle, where there is something behind and something ahead.
        if (open && snapshot && std::exchange(m_centreCursor, false))
            m_selection.setCursor({0, 0, open->train.steps() / 2, 0});
        m_document.training().setProbe(m_selection.sequence());
    };
    connect(&m_document.training(), &LiveTraining::sessionReset, this,
            limits); // after the views that keep to the moment
    connect(&m_document, &Document::tableChanged, this, [this] { m_centreCursor = true; });
    connect(&m_selection, &Selection::changed, this,
            [this](const Cursor &cursor) { m_document.training().setProbe(cursor.sequence); });
    limits();
}

Workspace *MainWindow::currentWorkspace() const
{
    const int index = m_pages->currentIndex();
    return index < 0 ? nullptr : m_workspaces[static_cast<std::size_t>(index)];
}

bool MainWindow::showWorkspace(const QString &id)
{
    for (std::size_t i = 0; i < m_workspaces.size(); ++i) {
        if (m_workspaces[i]->info().id == id) {
            showWorkspaceAt(static_cast<int>(i));
            return true;
        }
    }
    return false;
}

void MainWindow::showWorkspaceAt(int index)
{
    if (!m_shown.empty() && !m_shown[static_cast<std::size_t>(index)])
        return; // a class set-up leaves it out
    const QWidget *focused = focusWidget();
    if (currentWorkspace() && currentWorkspace()->isAncestorOf(focused)
        && !m_workspaces[static_cast<std::size_t>(index)]->focusWidget())
        m_pages->setFocus(); // not on the new page's first field, which would take the keys of the training
    m_pages->setCurrentIndex(index);
    m_pages->setAccessibleName(m_workspaces[static_cast<std::size_t>(index)]->info().title);
    m_rail->setCurrent(index);
}

SessionView MainWindow::view() const
{
    const Cursor &cursor = m_selection.cursor();
    const Workspace *current = currentWorkspace();
    SessionView view{current ? current->info().id.toStdString() : std::string(), cursor.sequence, cursor.layer,
                     cursor.step, cursor.unit};
    for (const Workspace *workspace : m_workspaces)
        workspace->keepView(view);
    return view;
}

void MainWindow::showView(const SessionView &view)
{
    showWorkspace(QString::fromStdString(view.workspace));
    m_selection.setCursor({view.sequence, view.layer, view.step, view.unit});
    for (Workspace *workspace : m_workspaces)
        workspace->showView(view);
}

void MainWindow::useAutosave(Autosave &autosave)
{
    m_autosave = &autosave;
    connect(&autosave, &Autosave::ended, this, [this, &autosave] { m_status->setAutosaveProblem(autosave.problem()); });
    (new Recovery(m_document, autosave, m_notices->questions(), this))->offer();
}

void MainWindow::updateTitle()
{
    setWindowFilePath(QString());
    const QString file = QFileInfo(m_document.file().path()).completeBaseName();
    const QString called = coreWords(m_document.title().toStdString()); // of the data sets that come with the program
    const QString title = file.isEmpty() ? called : tr("%1 (%2)").arg(called, file);
    setWindowTitle(title.isEmpty() ? QStringLiteral("GateScope") : tr("%1 — GateScope").arg(title));
}

void MainWindow::resetLayout()
{
    for (Workspace *workspace : m_workspaces)
        workspace->resetLayout();
    resize(defaultSize(*this));
}

void MainWindow::remember()
{
    QSettings &store = m_preferences.store();
    store.setValue(QStringLiteral("window/geometry"), saveGeometry().toBase64());
    store.setValue(QStringLiteral("window/folder"), fileFolder());
    if (const Workspace *workspace = currentWorkspace())
        store.setValue(QStringLiteral("window/workspace"), workspace->info().id);
    for (const Workspace *workspace : m_workspaces) {
        store.beginGroup(layoutGroup(*workspace));
        workspace->saveLayout(store);
        store.endGroup();
    }
    store.sync();
}

void MainWindow::recall()
{
    QSettings &store = m_preferences.store();
    const QByteArray geometry = QByteArray::fromBase64(store.value(QStringLiteral("window/geometry")).toByteArray());
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(defaultSize(*this));
    setFileFolder(store.value(QStringLiteral("window/folder")).toString());
    for (Workspace *workspace : m_workspaces) {
        store.beginGroup(layoutGroup(*workspace));
        workspace->restoreLayout(store);
        store.endGroup();
    }
    m_transport->setSpeed(m_preferences.speed());
    if (!showWorkspace(store.value(QStringLiteral("window/workspace")).toString())
        && !showWorkspace(QStringLiteral("train")))
        showWorkspaceAt(0);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_files->mayClose()) {
        event->ignore();
        return;
    }
    remember();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrangeRail();
}

void MainWindow::arrangeRail()
{
    const bool guided = std::ranges::any_of(m_sides, [](const QWidget *side) { return !side->isHidden(); });
    const double least = guided ? kCompactBesideLesson : kCompactBelow.width();
    m_rail->setCompact(m_presenting || width() < std::max(kCompactBelow.width(), qRound(atTextSize(least)))
                       || height() < qRound(atTextSize(kCompactBelow.height())));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return;
    const QList<QUrl> urls = event->mimeData()->urls();
    if (const QString path = urls.front().toLocalFile(); path.endsWith(QLatin1String(".gatescope-class")))
        m_class->open(path);
    else
        m_files->open(path);
    if (urls.size() > 1)
        m_notices->messages().showMessage(Severity::Warning,
                                          tr("Only the first of the %1 files is opened.").arg(urls.size()));
    event->acceptProposedAction();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if ((event->type() == QEvent::Show || event->type() == QEvent::Hide)
        && m_sides.contains(qobject_cast<QWidget *>(watched))) {
        const bool guided = std::ranges::any_of(m_sides, [](const QWidget *side) { return !side->isHidden(); });
        for (std::size_t i = 0; i < m_workspaces.size(); ++i) {
            m_workspaces[i]->setGuided(guided);
            m_rooms[static_cast<qsizetype>(i)]->setGuided(guided);
        }
        arrangeRail();
    }
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget->window() == this && !m_notices->isAncestorOf(widget))
            m_notices->wentOn();
    }
    // Single keys (Space, B, E …) drive the training from anywhere, except where the focused control needs them itself.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space
        && (qobject_cast<QAbstractButton *>(watched) || qobject_cast<QComboBox *>(watched)
            || qobject_cast<QAbstractItemView *>(watched)))
        event->accept();
    return QMainWindow::eventFilter(watched, event);
}

} // namespace gatescope
