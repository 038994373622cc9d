// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/train_workspace.h"

#include "core/lesson/class/class_setup.h"
#include "ui/document/document.h"
#include "ui/document/moment/moment_bar.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/document/moment/trial_command.h"
#include "ui/document/shared/actions.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/train/form/settings_form.h"
#include "ui/train/phase/phase_card.h"
#include "ui/train/phase/phase_view.h"
#include "ui/train/view_area.h"
#include "ui/train/view_dock.h"
#include "ui/train/view_table.h"
#include "ui/train/views/live_view.h"
#include "ui/train/views/weights/weights_view.h"
#include "ui/train/welcome_card.h"
#include "ui/train/written/written_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form/form_width.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QScrollArea>
#include <QSettings>
#include <QTimer>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr int kFoldBelow = 900;
constexpr int kFoldGuidedBelow = 1150; ///< the views are what a lesson speaks of
constexpr int kWelcomeFrom = 680;      ///< pixels of height: below, the settings need the room
constexpr int kWholePhasesFrom = 440;  ///< pixels of height: less leaves no room for the views below

} // namespace

TrainWorkspace::TrainWorkspace(Document &document, ShownMoment &moment, Selection &selection, QWidget *parent)
    : Workspace(
        {QStringLiteral("train"), tr("Train"), QStringLiteral("train"), tr("Set the model up and watch it learn.")},
        parent),
      m_moment(moment), m_settings(new Card(tr("Model and training"), this)), m_form(new SettingsForm(document)),
      m_welcome(new WelcomeCard(this)), m_strip(new QWidget(this)), m_moments(new MomentBar(moment, this)),
      m_phases(new PhaseCard(document.training(), this)), m_area(new ViewArea(this)),
      m_written(new WrittenCard(moment, this)), m_settingsAction(new QAction(tr("Settings"), this))
{
    auto *column = new QWidget;
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_form, 1);
    auto *welcome = new QHBoxLayout;
    welcome->setContentsMargins(8, 0, 8, 8);
    welcome->addWidget(m_welcome);
    rows->addLayout(welcome);
    m_settings->setContent(column);
    keepFormWide(*this, *m_settings, *m_form->findChild<QScrollArea *>(), 284, 324);
    auto *fold = m_settings->header().addButton(QStringLiteral("collapse"), tr("Fold"),
                                                tr("Folds the settings away, to give the views more room."));
    connect(fold, &QToolButton::clicked, this, [this] {
        m_userFolded = true;
        foldSettings(true);
    });
    auto *strip = new QVBoxLayout(m_strip);
    strip->setContentsMargins(0, 0, 0, 0);
    auto *unfold = new QToolButton(m_strip);
    unfold->setIcon(themedIcon(QStringLiteral("settings")));
    unfold->setAutoRaise(true);
    unfold->setFocusPolicy(Qt::TabFocus);
    unfold->setObjectName(QStringLiteral("show-settings"));
    unfold->setAccessibleName(tr("Show the settings"));
    unfold->setToolTip(tr("Shows the settings of model and training."));
    connect(unfold, &QToolButton::clicked, this, [this] {
        m_userFolded = true;
        foldSettings(false);
    });
    strip->addWidget(unfold);
    strip->addStretch(1);
    m_settingsAction->setCheckable(true);
    connect(m_settingsAction, &QAction::triggered, this, [this](bool shown) {
        m_userFolded = true;
        foldSettings(!shown);
    });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 10, 10, 10);
    row->setSpacing(8);
    row->addWidget(m_settings);
    row->addWidget(m_strip);
    auto *views = new QVBoxLayout;
    views->setSpacing(6);
    views->addWidget(m_moments);
    views->addWidget(m_phases);
    views->addWidget(m_area, 1);
    views->addWidget(m_written);
    row->addLayout(views, 1);
    m_moments->bindKeys(*this);
    addDocks(document, moment, selection);
    m_area->arrange();
    foldSettings(false);
}

void TrainWorkspace::addDocks(Document &document, ShownMoment &moment, Selection &selection)
{
    const auto tellFailures = [&document](const CardHeader &header) {
        connect(&header, &CardHeader::failed, &document,
                [&document](const QString &message) { document.showMessage(Severity::Error, message); });
    };
    tellFailures(m_phases->header());
    for (const LiveViewInfo &info : liveViewTable()) {
        const ViewDock &dock = m_area->add(info.make(moment, selection, nullptr));
        tellFailures(dock.header());
        if (auto *weights = qobject_cast<WeightsView *>(&dock.view()))
            connectWeights(*weights, document, moment);
    }
}

void TrainWorkspace::connectWeights(WeightsView &view, Document &document, ShownMoment &moment)
{
    connect(&view, &WeightsView::trialWanted, &document,
            [&document, &moment](const std::optional<WeightTrial> &trial, const QString &what) {
                document.undoStack().push(new TrialCommand(moment, trial, what));
            });
    connect(&view, &WeightsView::keepWanted, &document, [&document](const WeightTrial &trial, const QString &what) {
        document.keepWeight(trial.place, trial.value, what);
    });
}

void TrainWorkspace::foldSettings(bool fold)
{
    m_settings->setVisible(!fold);
    m_strip->setVisible(fold);
    m_settingsAction->setChecked(!fold);
}

void TrainWorkspace::resizeEvent(QResizeEvent *event)
{
    Workspace::resizeEvent(event);
    foldByWidth();
    QTimer::singleShot(0, this, &TrainWorkspace::keepReadable); // once the views have their room
    m_written->setFixedHeight(std::clamp(height() / 4, 120, 230));
    m_phases->view().setCompact(height() < kWholePhasesFrom);
    showWelcome();
}

std::vector<ViewExport *> TrainWorkspace::exports()
{
    std::vector<ViewExport *> views;
    if (!m_phases->isHidden())
        views.push_back(&m_phases->view());
    for (const ViewDock *dock : docks())
        views.push_back(&dock->view());
    return views;
}

QList<QAction *> TrainWorkspace::viewActions()
{
    QList<QAction *> actions{m_settingsAction};
    for (ViewDock *dock : docks())
        actions << dock->toggleViewAction();
    return actions;
}

void TrainWorkspace::saveLayout(QSettings &settings) const
{
    settings.setValue(QStringLiteral("docks"), m_area->layoutState().toBase64());
    settings.setValue(QStringLiteral("evenViews"), m_area->follows());
    settings.setValue(QStringLiteral("allSettings"), m_form->isWhole());
    settings.setValue(QStringLiteral("welcomed"), m_welcome->isDone());
    settings.setValue(QStringLiteral("settingsFolded"),
                      m_userFolded ? ((m_presenting ? m_foldedBefore : m_settings->isHidden()) ? QStringLiteral("yes")
                                                                                               : QStringLiteral("no"))
                                   : QString());
}

void TrainWorkspace::restoreLayout(const QSettings &settings)
{
    const QByteArray docks = QByteArray::fromBase64(settings.value(QStringLiteral("docks")).toByteArray());
    if (!docks.isEmpty())
        m_area->restoreLayoutState(docks, settings.value(QStringLiteral("evenViews")).toBool());
    m_form->setWhole(settings.value(QStringLiteral("allSettings")).toBool());
    m_welcome->setDone(settings.value(QStringLiteral("welcomed")).toBool());
    const QString folded = settings.value(QStringLiteral("settingsFolded")).toString();
    m_userFolded = folded == QLatin1String("yes") || folded == QLatin1String("no");
    if (m_userFolded)
        foldSettings(folded == QLatin1String("yes"));
}

void TrainWorkspace::setPresenting(bool presenting)
{
    if (presenting == m_presenting)
        return;
    if (presenting)
        m_foldedBefore = m_settings->isHidden();
    m_presenting = presenting;
    if (presenting || m_userFolded)
        foldSettings(presenting || m_foldedBefore);
    else
        foldByWidth();
    QTimer::singleShot(0, this, &TrainWorkspace::keepReadable);
}

void TrainWorkspace::foldByWidth()
{
    if (!m_userFolded && !m_presenting)
        foldSettings(isNarrow());
}

void TrainWorkspace::applyClass(const ClassSetup &setup)
{
    m_form->setAllowed(setup.settings, !setup.isLocked);
    m_inClass = setup.isLocked || !setup.settings.empty();
    showWelcome();
}

/// Beside a lesson the views keep a size at which they can be read; what is higher than the window scrolls.
void TrainWorkspace::keepReadable()
{
    constexpr int kLinesOfView = 11, kCharactersOfView = 28;
    const QFontMetrics metrics(themeFont(TextRole::Body));
    m_area->keepReadable(
        m_guided ? QSize(kCharactersOfView * metrics.averageCharWidth(), kLinesOfView * metrics.height()) : QSize());
}

void TrainWorkspace::setGuided(bool guided)
{
    m_guided = guided;
    showWelcome();
    if (guided)
        m_form->setWhole(false);
    m_userFolded = m_userFolded && !guided;
    foldByWidth();
    if (guided)
        QTimer::singleShot(0, m_area, &ViewArea::share);
    QTimer::singleShot(0, this, &TrainWorkspace::keepReadable);
}

void TrainWorkspace::showWelcome()
{
    m_welcome->setWanted(!m_guided && !m_inClass && height() >= kWelcomeFrom);
}

void TrainWorkspace::bindActions(Actions &actions)
{
    m_welcome->bindActions(actions);
    actions.bind(QStringLiteral("written.temperature"),
                 {[this](const QString &value) { m_written->setTemperature(value.toDouble()); },
                  [this] { return QString::number(m_written->temperature()); }});
}

const std::vector<ViewDock *> &TrainWorkspace::docks() const
{
    return m_area->docks();
}

bool TrainWorkspace::isNarrow() const
{
    return width() < (m_guided ? kFoldGuidedBelow : kFoldBelow);
}

void TrainWorkspace::resetLayout()
{
    m_userFolded = false;
    m_area->arrange();
    foldSettings(isNarrow());
}

} // namespace gatescope
