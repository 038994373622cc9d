// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/sweep/sweep_card.h"

#include "core/data/options/option_table.h"
#include "core/error.h"
#include "core/io/sweep/sweep_file.h"
#include "core/train/settings/settings_table.h"
#include "ui/compare/sweep/sweep_plot.h"
#include "ui/compare/sweep/sweep_table.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/form/number_box.h"
#include "ui/widgets/form/scroll_pane.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>

namespace gatescope {

namespace {

/// Settings and data options that can be swept, by title.
void fillSettings(QComboBox &box)
{
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.id != "seed" && setting.id != "threads")
            box.addItem(coreWords(setting.title), fromText(setting.id));
    }
    for (const DataOption &option : dataOptionTable()) {
        if (option.listed && findSetting(option.id) == nullptr)
            box.addItem(coreWords(option.title), fromText(option.id));
    }
}

} // namespace

SweepCard::SweepCard(RunShelf &shelf, QWidget *parent)
    : ExportedCard(tr("Sweep"), QStringLiteral("sweep"), parent), m_job(new SweepJob(shelf, this)),
      m_seeds(new IntegerBox), m_start(new QPushButton(tr("Start sweep"))), m_pause(new QPushButton(tr("Pause"))),
      m_cancel(new QPushButton(tr("Cancel"))), m_progress(new QProgressBar), m_words(new QLabel),
      m_plot(new SweepPlot(*m_job)), m_table(new SweepTable)
{
    setExported(*m_plot);
    header().addExport(*this);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 4, 12, 10);
    column->addWidget(buildForm());
    column->addWidget(m_words);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_plot);
    split->addWidget(m_table);
    split->setSizes({420, 240});
    column->addWidget(split, 1);
    setContent(new ScrollPane(content)); // where it is low, it scrolls
    connect(m_job, &SweepJob::changed, this, &SweepCard::follow);
    connect(m_start, &QPushButton::clicked, this, &SweepCard::startWanted);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_job->setPaused(m_job->state() != SweepJob::State::Paused); });
    connect(m_cancel, &QPushButton::clicked, m_job, &SweepJob::cancel);
    connect(m_table, &SweepTable::showWanted, this, &SweepCard::showWanted);
    tellState();
}

QWidget *SweepCard::buildForm()
{
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    const QString hints[] = {tr("8, 16, 32"), tr("optional")};
    for (int i = 0; i < 2; ++i) {
        m_setting[i] = new QComboBox;
        fillSettings(*m_setting[i]);
        m_setting[i]->setCurrentIndex(m_setting[i]->findData(i == 0 ? QStringLiteral("hidden") : QStringLiteral("lr")));
        m_setting[i]->setAccessibleName(i == 0 ? tr("First setting") : tr("Second setting"));
        m_setting[i]->setToolTip(tr("Which setting or data option takes several values."));
        m_values[i] = new QLineEdit(i == 0 ? QStringLiteral("8, 16, 32") : QString());
        m_values[i]->setPlaceholderText(hints[i]);
        m_values[i]->setAccessibleName(i == 0 ? tr("Values of the first setting") : tr("Values of the second setting"));
        m_values[i]->setToolTip(tr("Values separated by commas; one that holds a comma stands in double quotes."));
        m_values[i]->setObjectName(QStringLiteral("sweep-values-%1").arg(i + 1));
        m_values[i]->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        grid->addWidget(m_setting[i], i, 0);
        grid->addWidget(m_values[i], i, 1);
    }
    m_seeds->setRange(1, 100);
    m_seeds->setValue(3);
    m_seeds->setPrefix(tr("seeds: "));
    m_seeds->setAccessibleName(tr("Seeds"));
    m_seeds->setToolTip(tr("Each combination is trained so often, with the seed of the form and those after it."));
    m_start->setObjectName(QStringLiteral("sweep-start"));
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_start, m_pause, m_cancel})
        buttons->addWidget(button);
    buttons->addStretch();
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_seeds, 2, 0);
    grid->addLayout(buttons, 3, 0, 1, 2);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // what lies below stays where it is
    m_progress->setSizePolicy(policy);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setAccessibleName(tr("Progress of the sweep"));
    grid->addWidget(m_progress, 4, 0, 1, 2);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setObjectName(QStringLiteral("sweep-words"));
    return form;
}

std::vector<Problem> SweepCard::start(const Settings &settings, const OpenData &open)
{
    if (!open.source || !open.prepared)
        return {{"data", "", "must be open", "open a file first"}};
    try {
        std::vector<SweepAxis> axes;
        for (int i = 0; i < 2; ++i) {
            QString values = m_values[i]->text();
            if (values.trimmed().isEmpty() && i > 0)
                continue;
            values = values.simplified().replace(QStringLiteral(", "), QStringLiteral(","));
            axes.push_back(
                sweepAxisFromText((m_setting[i]->currentData().toString() + QLatin1Char('=') + values).toStdString()));
        }
        m_job->start(axes, m_seeds->value(), settings, open);
        m_shown = 0;
    } catch (const OptionError &error) {
        std::vector<Problem> problems = error.problems();
        QStringList lines;
        for (Problem &problem : problems) {
            if (problem.field.starts_with("--over "))
                problem.field = problem.field.substr(7);
            lines << QString::fromStdString(problem.message());
        }
        m_words->setText(lines.join(QLatin1Char('\n')));
        return problems;
    }
    return {};
}

void SweepCard::setObstacle(const QString &why)
{
    m_obstacle = why;
    tellState();
}

void SweepCard::follow()
{
    tellState();
    if (m_shown != m_job->places().size() || !m_job->isBusy()) {
        m_shown = m_job->places().size();
        m_plot->draw();
        m_table->fill(*m_job);
    }
}

void SweepCard::tellState()
{
    using State = SweepJob::State;
    const State state = m_job->state();
    const bool busy = m_job->isBusy();
    const bool canPause = state == State::Running || state == State::Paused;
    const QString none = tr("No sweep is under way.");
    m_start->setEnabled(!busy && m_obstacle.isEmpty());
    m_start->setToolTip(busy                   ? tr("A sweep is under way: cancel it first.")
                        : m_obstacle.isEmpty() ? tr("Trains every combination in the background; the training on "
                                                    "screen goes first.")
                                               : m_obstacle);
    m_pause->setEnabled(canPause);
    m_pause->setToolTip(canPause ? tr("Holds the sweep after the batches under way.") : none);
    m_cancel->setToolTip(busy ? tr("Ends the sweep; the runs that are done stay on the shelf.") : none);
    m_pause->setText(state == State::Paused ? tr("Go on") : tr("Pause"));
    m_cancel->setEnabled(busy);
    m_progress->setVisible(busy);
    m_progress->setRange(0, state == State::Preparing ? 0 : 1000);
    m_progress->setValue(static_cast<int>(1000.0 * m_job->fraction()));
    const auto done = static_cast<std::int64_t>(m_job->places().size());
    const QString count = tr("%1 of %2 runs").arg(done).arg(m_job->planned());
    header().setCaption(m_job->planned() == 0 ? QString() : count);
    const QString words[] = {
        tr("Each run is kept on the shelf. The test part is not looked at: choosing by it would make "
           "its score too good."),
        tr("Preparing the data and the baselines …"),
        tr("Training in the background: %1.").arg(count),
        tr("Paused at %1.").arg(count),
        tr("Done: %1, the test part not looked at. Double click a run to put it in force.").arg(count),
        tr("Cancelled at %1; the same sweep goes on from them.").arg(count),
        m_job->problem()};
    m_words->setText(words[static_cast<int>(state)]);
}

void SweepCard::paintContent(QCPPainter &painter, const QSize &size)
{
    m_plot->paintInto(painter, size);
}

QString SweepCard::csv() const
{
    const auto line = [](const std::vector<std::string> &cells) {
        QStringList texts;
        for (const std::string &cell : cells)
            texts << fromText(cell);
        return texts.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    };
    QString text = line(sweepHeader(m_job->axes(), false));
    for (const SweepPlace &place : m_job->places())
        text += line(sweepCells(place.row, false));
    return text;
}

} // namespace gatescope
