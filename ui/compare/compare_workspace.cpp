// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_workspace.h"

#include "core/io/html/report.h"
#include "ui/compare/runs/curves_card.h"
#include "ui/compare/runs/difference_card.h"
#include "ui/compare/runs/pair_card.h"
#include "ui/compare/runs/shelf_card.h"
#include "ui/compare/sweep/sweep_card.h"
#include "ui/document/document.h"
#include "ui/document/opening/data_sources.h"
#include "ui/widgets/common/file_choice.h"
#include "ui/widgets/controls/turning_splitter.h"
#include "ui/widgets/form/scroll_pane.h"
#include "ui/widgets/form/segment_bar.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

#include <initializer_list>

namespace gatescope {

namespace {

constexpr int kLinesOfCurves = 16, kLinesOfCard = 11; ///< high at least: the page scrolls where there is less room
constexpr int kLettersOfCard = 34;                    ///< wide at least beside another one
constexpr QLatin1String kRunsPage("runs"), kSweepPage("sweep");

} // namespace

/// Its cards scroll up and down together where they have no room; or all of them ask for it, and what lies around does.
class RunsPane : public ScrollPane {
public:
    using ScrollPane::ScrollPane;

    void setWhole(bool whole)
    {
        m_isWhole = whole;
        updateGeometry();
    }

    QSize minimumSizeHint() const override
    {
        const QSize cards = widget()->minimumSizeHint();
        return {cards.width() + verticalScrollBar()->sizeHint().width(),
                m_isWhole ? cards.height() : ScrollPane::minimumSizeHint().height()};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return ScrollPane::eventFilter(watched, event);
    }

private:
    bool m_isWhole = false;
};

CompareWorkspace::CompareWorkspace(Document &document, Selection &selection, QWidget *parent)
    : Workspace({QStringLiteral("compare"), tr("Compare"), QStringLiteral("compare"),
                 tr("Keep runs and set them beside each other.")},
                parent),
      m_document(document), m_compared(new ComparedRuns(document.shelf(), this)), m_shelf(new ShelfCard(*m_compared)),
      m_curves(new CurvesCard(*m_compared)), m_differences(new DifferenceCard(*m_compared)),
      m_pair(new PairCard(*m_compared, document.training(), selection)), m_sweep(new SweepCard(document.shelf())),
      m_pages(new SegmentBar(tr("What is shown"))), m_stack(new QStackedWidget), m_columns(new TurningSplitter),
      m_rows(new QSplitter(Qt::Vertical)), m_below(new TurningSplitter), m_reporting(document)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_columns);
    m_pages->addSegment(tr("Runs"), tr("The ticked runs beside each other."));
    m_pages->addSegment(tr("Sweep"), tr("Trains over values of one or two settings and over seeds."));
    m_pages->setCurrent(0);
    connect(m_pages, &SegmentBar::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    m_stack->addWidget(buildRunsPage());
    m_stack->addWidget(m_sweep);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *reporting = new QPushButton(tr("Report…"));
    reporting->setObjectName(QStringLiteral("report"));
    connect(reporting, &QPushButton::clicked, this, &CompareWorkspace::report);
    const auto offerReport = [this, reporting] {
        const bool any = !m_compared->runs().empty();
        reporting->setEnabled(any);
        reporting->setToolTip(
            any ? tr("Writes one page on the compared runs, as HTML or PDF.")
                : tr("There is no run to report on yet: train a network, or tick runs on the shelf."));
    };
    connect(m_compared, &ComparedRuns::changed, this, offerReport);
    offerReport();
    auto *head = new QHBoxLayout;
    head->addWidget(m_pages);
    head->addStretch(1);
    head->addWidget(reporting);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    m_columns->addWidget(m_shelf);
    m_columns->addWidget(side);
    for (QSplitter *splitter : std::initializer_list<QSplitter *>{m_columns, m_rows, m_below}) {
        splitter->setHandleWidth(12);
        splitter->setChildrenCollapsible(false);
    }
    m_columns->setStretchFactor(1, 1);
    m_shelf->setMinimumWidth(200);
    resetLayout();
    connect(m_shelf, &ShelfCard::showWanted, &document, &Document::showKept);
    connect(m_shelf, &ShelfCard::removeWanted, &document, &Document::removeKept);
    connect(&m_shelf->model(), &ShelfModel::tooMany, this, [this] {
        m_document.showMessage(Severity::Info, tr("Eight runs can be compared at a time."),
                               tr("Untick one of them first."));
    });
    connect(m_sweep, &SweepCard::startWanted, this, &CompareWorkspace::startSweep);
    connect(m_sweep, &SweepCard::showWanted, &document, &Document::showKept);
    for (CardHeader *header :
         {&m_shelf->header(), &m_curves->header(), &m_differences->header(), &m_pair->header(), &m_sweep->header()})
        connect(header, &CardHeader::failed, &document,
                [&document](const QString &text) { document.showMessage(Severity::Error, text); });
    connect(&document.training(), &LiveTraining::snapshotChanged, this, &CompareWorkspace::keepResting);
    for (const auto signal : {&Document::dataChanged, &Document::obstacleChanged})
        connect(&document, signal, this, &CompareWorkspace::offerSweep);
    offerSweep();
    connect(&document.training(), &LiveTraining::sessionReset, this, [this] {
        m_shelf->model().setInForce(m_document.keptId());
        offerSweep();
    });
}

QWidget *CompareWorkspace::buildRunsPage()
{
    m_below->addWidget(m_differences);
    m_below->addWidget(m_pair);
    m_rows->addWidget(m_curves);
    m_rows->addWidget(m_below);
    m_below->setMayTurn(true, kLettersOfCard);
    m_curves->setLeastLines(kLinesOfCurves);
    for (Card *card : std::initializer_list<Card *>{m_shelf, m_differences, m_pair})
        card->setLeastLines(kLinesOfCard);
    m_runsPane = new RunsPane(m_rows);
    m_runsPane->setObjectName(QStringLiteral("runs-pane"));
    return m_runsPane;
}

void CompareWorkspace::showPage(int page)
{
    m_pages->setCurrent(page);
    m_stack->setCurrentIndex(page);
}

void CompareWorkspace::keepView(SessionView &view) const
{
    keepState(view, QJsonObject{{QStringLiteral("page"), m_stack->currentIndex() == 1 ? kSweepPage : kRunsPage}});
}

void CompareWorkspace::showView(const SessionView &view)
{
    const QString page = stateIn(view).value(QStringLiteral("page")).toString();
    if (page == kRunsPage || page == kSweepPage)
        showPage(page == kSweepPage ? 1 : 0);
}

void CompareWorkspace::report()
{
    if (m_compared->runs().empty()) {
        m_document.showMessage(Severity::Info, tr("There is no run to report on yet."), tr("Tick runs on the shelf."));
        return;
    }
    const QString path = fileToSave(this, tr("Save a report on the compared runs"), QStringLiteral("comparison.html"),
                                    tr("Page (*.html);;Document (*.pdf)"));
    if (!path.isEmpty())
        reportTo(QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".html") : path);
}

void CompareWorkspace::reportTo(const QString &path)
{
    KeptRun open; // the data that stands open, as a run on it would have it
    if (m_document.source() && m_document.data()) {
        open.run.data = runData(*m_document.source());
        open.preparation = m_document.data();
    }
    std::vector<ReportedRun> runs;
    for (const ComparedRun &run : m_compared->runs()) {
        const bool atHand = open.preparation && haveSameData(open, *run.kept);
        runs.push_back({run.letter().toStdString(), *run.kept, atHand ? m_document.data() : nullptr});
    }
    m_reporting.write(path, [runs = std::move(runs)] { return comparisonReport(runs); });
}

void CompareWorkspace::startSweep()
{
    m_sweep->start(m_document.settings(), m_document.open());
}

/// What is to be seen to before a sweep can begin; of a problem with the data its own sentence.
void CompareWorkspace::offerSweep()
{
    const OpenData open = m_document.open();
    const bool ready = open.source && open.prepared;
    const QString problem = m_document.dataProblem();
    m_sweep->setObstacle(ready               ? m_document.obstacle()
                         : problem.isEmpty() ? tr("A sweep needs data: open some.")
                                             : problem);
}

void CompareWorkspace::keepResting()
{
    if (!isVisible() || m_document.training().isTraining())
        return;
    m_document.keepRun();
    m_shelf->model().setInForce(m_document.keptId());
}

void CompareWorkspace::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    keepResting();
}

std::vector<ViewExport *> CompareWorkspace::exports()
{
    if (m_stack->currentIndex() == 1)
        return {m_sweep};
    return {m_curves, m_differences, m_pair};
}

bool CompareWorkspace::isSettled() const
{
    return !m_document.shelf().isBusy() && !m_sweep->job().isBusy();
}

void CompareWorkspace::saveLayout(QSettings &settings) const
{
    settings.setValue(QStringLiteral("columns"), m_columns->saveState().toBase64());
    settings.setValue(QStringLiteral("rows"), m_rows->saveState().toBase64());
    settings.setValue(QStringLiteral("below"), m_below->saveState().toBase64());
}

void CompareWorkspace::restoreLayout(const QSettings &settings)
{
    const auto restore = [&settings](QSplitter &splitter, const QString &key) {
        const QByteArray state = QByteArray::fromBase64(settings.value(key).toByteArray());
        if (!state.isEmpty())
            splitter.restoreState(state);
    };
    restore(*m_columns, QStringLiteral("columns"));
    restore(*m_rows, QStringLiteral("rows"));
    restore(*m_below, QStringLiteral("below"));
    m_below->arrange();
    m_columns->arrange();
}

/// Beside a lesson all of it scrolls; elsewhere the shelf and the choice of the page stay in sight.
void CompareWorkspace::setGuided(bool guided)
{
    m_columns->setMayTurn(guided);
    m_runsPane->setWhole(guided);
}

void CompareWorkspace::resetLayout()
{
    m_columns->setSizes({250, 1030});
    m_rows->setSizes({420, 420});
    m_below->setSizes({560, 440});
}

} // namespace gatescope
