// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Models and sessions as the first version wrote them (tests/reference/make_first_version.py) open in the window.
#include "tests/ui/shell/files/session_fixture.h"

namespace gatescope {

class FirstVersion : public SessionTest {
protected:
    void openFixture(const QString &name)
    {
        open(document, QStringLiteral(GATESCOPE_FIXTURES) + QStringLiteral("/first-version/") + name);
        ASSERT_NE(document.training().snapshot(), nullptr) << name.toStdString();
    }

    Document document{GATESCOPE_RESOURCES};
};

TEST_F(FirstVersion, ModelOfTheCommandLineOpensWithItsData)
{
    openFixture(QStringLiteral("forecast.safetensors"));
    EXPECT_EQ(document.training().snapshot()->step, 17);
    EXPECT_EQ(document.title(), QStringLiteral("wave.csv"));
    EXPECT_EQ(document.training().history().batches(), 17);
}

TEST_F(FirstVersion, ClassesOpenWithTheirNames)
{
    openFixture(QStringLiteral("classes.safetensors"));
    EXPECT_EQ(document.training().snapshot()->epoch, 3);
    EXPECT_EQ(document.data()->classNames, (std::vector<std::string>{"down", "up"}));
}

TEST_F(FirstVersion, TensorModelOpensWithItsTensors)
{
    openFixture(QStringLiteral("tensors.safetensors"));
    EXPECT_EQ(document.training().snapshot()->epoch, 3);
    EXPECT_EQ(document.data()->train.size(), 21);
    EXPECT_EQ(document.data()->inputScaler.kind(), ScaleKind::Standard);
}

TEST_F(FirstVersion, SessionOfTheWindowOpensAsItWasLeft)
{
    openFixture(QStringLiteral("window-session.safetensors"));
    EXPECT_EQ(document.training().snapshot()->step, 180);
    EXPECT_EQ(document.file().view().workspace, "train");
    EXPECT_EQ(document.training().history().lastBatch().step, 180);
    trainBatches(document, 1);
    EXPECT_EQ(document.training().snapshot()->step, 181);
}

} // namespace gatescope
