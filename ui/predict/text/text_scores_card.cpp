// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/text/text_scores_card.h"

#include "ui/document/live_training.h"
#include "ui/document/shared/epoch_reached.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/predict/text/text_scores_view.h"
#include "ui/widgets/form/note_list.h"

#include <QBoxLayout>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr qint64 kRestWhileTraining = 25; ///< times as long as the scoring took

} // namespace

TextScoresCard::TextScoresCard(LiveTraining &training, QWidget *parent)
    : Card(tr("What it is worth"), parent), m_training(training), m_view(new TextScoresView), m_verdict(new NoteList)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 8);
    column->addWidget(m_view, 1);
    column->addWidget(m_verdict);
    setContent(content);
    header().addExport(*m_view);
    connect(&training, &LiveTraining::snapshotChanged, this, &TextScoresCard::follow);
    connect(&training, &LiveTraining::sessionReset, this, [this] {
        giveUp();
        follow();
    });
    showVerdict();
}

void TextScoresCard::follow()
{
    const auto prepared = m_training.data();
    const auto snapshot = m_training.snapshot();
    if (!isVisible() || !prepared || !prepared->text || !snapshot || snapshot == m_scored || m_job.isRunning())
        return;
    if (m_training.isTraining() && m_since.isValid() && m_since.elapsed() < m_took * kRestWhileTraining)
        return;
    m_scored = snapshot;
    m_since.start();
    auto scores = std::make_shared<std::array<TextPartScores, 4>>();
    const auto work = [scores, prepared, snapshot](const std::stop_token &stop) {
        Network<float> network(snapshot->settings.network);
        std::ranges::copy(snapshot->parameters, network.parameters().begin());
        *scores = evaluateText(network, *prepared, snapshot->settings.training.lossSteps(prepared->train.steps()),
                               untilStopped(stop));
    };
    m_job.start(work, [this, scores, snapshot, prepared](const QString &error) {
        m_took = m_since.elapsed();
        if (!error.isEmpty())
            Q_EMIT header().failed(error);
        else if (prepared == m_training.data())
            m_view->setScores(*scores,
                              tr("epoch %1 · batch %2 overall").arg(epochReached(*snapshot)).arg(snapshot->step));
        header().setCaption(m_view->exportCaption());
        showVerdict();
        follow();
    });
}

void TextScoresCard::showVerdict()
{
    std::vector<std::string> sentences;
    const auto &test = m_view->scores()[static_cast<std::size_t>(DataPart::Test)];
    const TextPartScores &judged = test.empty() ? m_view->scores().front() : test;
    if (judged.size() > 1) {
        const auto best = std::ranges::min_element(judged.begin() + 1, judged.end(), {}, &TextScore::crossEntropy);
        const QString part = test.empty() ? tr("training") : tr("test");
        const double own = judged.front().bits(), other = best->bits();
        sentences.push_back(
            (own < other
                 ? tr("On the %1 part the network needs %2 bits a character, %3 fewer than counting with %4 (%5).")
                 : tr("On the %1 part the network needs %2 bits a character, %3 more than counting with %4 (%5): "
                      "train it further."))
                .arg(part)
                .arg(own, 0, 'f', 3)
                .arg(std::abs(other - own), 0, 'f', 3)
                .arg(coreWords(best->name))
                .arg(other, 0, 'f', 3)
                .toStdString());
    }
    sentences.push_back(
        tr("In Inspect › Letters stand the chances of the next character at the cursor; Train shows what "
           "the network writes.")
            .toStdString());
    m_verdict->setNotes({}, sentences);
}

void TextScoresCard::giveUp()
{
    if (m_job.isRunning())
        m_scored.reset();
    m_job.abandon();
}

void TextScoresCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    follow();
}

void TextScoresCard::hideEvent(QHideEvent *event)
{
    giveUp();
    Card::hideEvent(event);
}

} // namespace gatescope
