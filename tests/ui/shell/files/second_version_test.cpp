// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Models and sessions as the second version wrote them (tests/reference/make_second_version.py) open in the window.
#include "tests/ui/shell/files/session_fixture.h"

#include <QFile>

namespace gatescope {

class SecondVersion : public SessionTest {
protected:
    SecondVersion() { document.shelf().setFolder(path(QStringLiteral("runs")).toStdString()); }

    void openFixture(const QString &name)
    {
        open(document, QStringLiteral(GATESCOPE_FIXTURES) + QStringLiteral("/second-version/") + name);
        ASSERT_NE(document.training().snapshot(), nullptr) << name.toStdString();
    }

    Document document{GATESCOPE_RESOURCES};
};

TEST_F(SecondVersion, HeldGatesStayHeld)
{
    ASSERT_NO_FATAL_FAILURE(openFixture(QStringLiteral("forecast-held-reset.safetensors")));
    EXPECT_EQ(document.settingsInForce().network.held, HeldGates::Reset);
    EXPECT_EQ(document.training().snapshot()->epoch, 3);
    ASSERT_NO_FATAL_FAILURE(openFixture(QStringLiteral("forecast-held-both.safetensors")));
    EXPECT_EQ(document.settingsInForce().network.held, HeldGates::Both);
    EXPECT_FALSE(document.settingsInForce().network.bias);
}

TEST_F(SecondVersion, ChangesStayChanges)
{
    ASSERT_NO_FATAL_FAILURE(openFixture(QStringLiteral("forecast-change.safetensors")));
    EXPECT_EQ(document.dataOptions().predict, TargetForm::Change);
    EXPECT_EQ(document.dataOptions().horizons, (std::vector<Index>{1, 3}));
}

TEST_F(SecondVersion, AnswersAtEveryStepStayAsked)
{
    ASSERT_NO_FATAL_FAILURE(openFixture(QStringLiteral("every-step.safetensors")));
    EXPECT_EQ(document.settingsInForce().training.burnIn, 2);
    EXPECT_EQ(document.training().snapshot()->epoch, 3);
}

TEST_F(SecondVersion, SessionBringsItsOtherRuns)
{
    ASSERT_NO_FATAL_FAILURE(openFixture(QStringLiteral("session-of-runs.safetensors")));
    EXPECT_EQ(document.training().snapshot()->step, 12);
    const std::vector<KeptRun> &runs = document.shelf().shelf().runs();
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].run.name, "the first");
    EXPECT_TRUE(runs[0].pinned);
    EXPECT_EQ(runs[0].run.state->progress.step, 5);
    trainBatches(document, 1);
    EXPECT_EQ(document.training().snapshot()->step, 13);
}

/// What make_second_version.py runs.
TEST_F(SecondVersion, DISABLED_WritesASessionOfSeveralRuns)
{
    const QString where = qEnvironmentVariable("GATESCOPE_FIXTURE_FOLDER");
    ASSERT_FALSE(where.isEmpty());
    open(document, where + QStringLiteral("/wave.csv"));
    Settings settings = document.settings();
    settings.network.hidden = 3;
    settings.training.batch = 16;
    settings.training.threads = 1;
    ASSERT_TRUE(document.setSettings(settings).empty());
    DataOptions options = document.dataOptions();
    options.window = 8;
    ASSERT_TRUE(document.setDataOptions(options).empty());
    trainBatches(document, 5);
    document.resetToNewWeights(); // keeps what there was
    const std::uint64_t first = document.shelf().shelf().runs().at(0).id;
    document.shelf().rename(first, QStringLiteral("the first"));
    document.shelf().setPinned(first, true);
    document.shelf().flush();
    trainBatches(document, 12);
    ASSERT_TRUE(document.file().save(where + QStringLiteral("/session-of-runs.safetensors")));
}

} // namespace gatescope
