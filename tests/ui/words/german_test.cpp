// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/words/said_texts.h"
#include "tests/ui/words/words_fixture.h"

#include "core/evaluation/baselines/baseline.h"
#include "core/evaluation/text_sample.h"
#include "core/inspect/cell/backward_sentences.h"
#include "core/inspect/phase_caption.h"
#include "core/lesson/file/action_table.h"
#include "core/lesson/file/link_table.h"
#include "core/train/settings/settings_table.h"
#include "ui/document/shared/actions.h"
#include "ui/document/shared/workspace.h"
#include "ui/learn/page/link_hint.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/shell/window/class_actions.h"
#include "ui/shell/window/main_menu.h"
#include "ui/shell/window/window_keeper.h"
#include "ui/widgets/common/view_export.h"
#include "ui/workspaces.h"

#include <QMenuBar>
#include <QRegularExpression>

#include <map>
#include <set>

namespace gatescope {

namespace {

/// Answers in German, and keeps what was asked for that the list has not.
class AskedWords : public GermanWords {
public:
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override
    {
        if (isOurs(context) && source[0] != '\0' && !holds(context, source))
            missing.insert(std::string(context) + ": " + source);
        return GermanWords::translate(context, source, disambiguation, n);
    }

    mutable std::set<std::string> missing;
};

std::string joined(const std::set<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line + "\n";
    return text;
}

/// Every step that a lesson's link can be made of: each choice, setting and action; numbers are 1.
std::vector<LinkStep> everyLinkStep()
{
    std::vector<LinkStep> steps;
    for (const LinkInfo &info : linkTable()) {
        const std::string id(info.id);
        if (info.value == LinkValue::Setting) {
            for (const SettingInfo &setting : settingsTable())
                steps.push_back({id + std::string(setting.id), "1"});
        } else if (id == "press") {
            for (const ActionInfo &action : actionTable())
                steps.push_back({id, std::string(action.id)});
        } else if (info.words.empty()) {
            steps.push_back({id, info.value == LinkValue::None ? "" : "1"});
        } else {
            const QString words = QString::fromUtf8(info.words.data(), static_cast<qsizetype>(info.words.size()));
            for (const QString &word : words.split(QLatin1Char('|')))
                steps.push_back({id, word.toStdString()});
        }
    }
    return steps;
}

/// The lines at which two tables part.
std::string firstDifference(const QString &first, const QString &second)
{
    const QStringList a = first.split(QLatin1Char('\n')), b = second.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] != b[i])
            return (a[i] + QStringLiteral(" | ") + b[i]).toStdString();
    }
    return "another number of lines";
}

} // namespace

class German : public WordsTest {
protected:
    static void take(Workspace &workspace, const std::string &opened, std::map<std::string, QString> &all)
    {
        for (ViewExport *view : workspace.exports())
            all[workspace.info().id.toStdString() + "/" + view->exportName().toStdString() + " " + opened] =
                view->csv();
    }
    /// Every table of every view, by its name and, in Inspect, what is opened there.
    std::map<std::string, QString> tables()
    {
        std::map<std::string, QString> all;
        restartUnsaved();
        show({1440, 900});
        openSmallSeries();
        trainThreeEpochs();
        for (Workspace *workspace : window->workspaces()) {
            window->showWorkspace(workspace->info().id);
            EXPECT_TRUE(waitFor([workspace] { return workspace->isSettled(); }));
            take(*workspace, "", all);
        }
        window->showWorkspace(QStringLiteral("inspect"));
        const auto open = [&](const char *place, const char *value) {
            window->actions().set(QString::fromLatin1(place), QString::fromLatin1(value));
            QTest::qWait(100);
            Workspace *workspace = window->currentWorkspace();
            EXPECT_TRUE(waitFor([workspace] { return workspace->isSettled(); }));
            take(*workspace, std::string(value), all);
        };
        for (const char *aside : {"what-if", "lag", "portrait", "memory", "health", "lens"})
            open("inspect.aside", aside);
        for (const char *direction : {"backward", "forward"}) {
            open("inspect.cell", direction);
            for (const char *grain : {"layer", "unit", "products"})
                open("inspect.grain", grain);
        }
        return all;
    }
};

TEST_F(German, EveryTextThatIsAskedForIsInTheList)
{
    language.choose(QStringLiteral("de"));
    AskedWords words;
    QCoreApplication::installTranslator(&words);
    int places = 0;
    walk({1440, 900}, [&](const std::string &, QWidget &shown) {
        ++places;
        textsWith(shown);
    });
    QCoreApplication::removeTranslator(&words);
    EXPECT_GT(places, 35);
    EXPECT_TRUE(words.missing.empty()) << joined(words.missing);
}

TEST_F(German, NoEnglishIsLeftOnTheScreen)
{
    language.choose(QStringLiteral("de"));
    // Words that no German text has, and hardly any English sentence lacks.
    const QRegularExpression english(
        QStringLiteral("\\b(the|of|and|is|are|with|this|that|which|from|step|row|layer)\\b"));
    std::set<std::string> found;
    int texts = 0;
    walk({1440, 900}, [&](const std::string &place, QWidget &shown) {
        if (place.starts_with("learn") || place == "gatescope::ClassDialog")
            return; // lessons' titles, which are their files' own
        for (const QString &text : textsWith(shown)) {
            ++texts;
            if (english.match(text).hasMatch())
                found.insert(place + ": " + text.toStdString());
        }
    });
    EXPECT_GT(texts, 4000);
    EXPECT_TRUE(found.empty()) << joined(found);
}

TEST_F(German, TablesAreTheSameBytes)
{
    const std::map<std::string, QString> english = tables();
    language.choose(QStringLiteral("de"));
    const std::map<std::string, QString> german = tables();
    EXPECT_GT(english.size(), 60u);
    for (const auto &[name, csv] : english)
        EXPECT_TRUE(csv == german.at(name)) << name << ": " << firstDifference(csv, german.at(name));
}

TEST_F(German, ComesAtOnceAndKeepsWhatIsOpen)
{
    window.reset();
    WindowKeeper keeper(language, *preferences, *selection, [this] {
        return std::make_unique<MainWindow>(*document, *selection, theme, *preferences, makeWorkspaces);
    });
    openSmallSeries();
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    keeper.window().show();
    keeper.window().showWorkspace(QStringLiteral("inspect"));
    selection->setCursor({2, 0, 5, 3});
    EXPECT_EQ(keeper.window().menuBar()->actions().front()->text(), QStringLiteral("&File"));
    for (const auto &[code, file, workspace] :
         {std::tuple("de", "&Datei", "Untersuchen"), std::tuple("en", "&File", "Inspect")}) {
        preferences->setLanguage(QString::fromLatin1(code));
        Q_EMIT keeper.window().languageChosen();
        EXPECT_TRUE(waitFor([code = code] { return Language::inForce() == QLatin1String(code); }));
        EXPECT_EQ(keeper.window().menuBar()->actions().front()->text(), QString::fromLatin1(file));
        EXPECT_TRUE(keeper.window().isVisible());
        EXPECT_EQ(keeper.window().currentWorkspace()->info().title, QString::fromLatin1(workspace));
        EXPECT_EQ(document->training().snapshot()->epoch, 1);
        EXPECT_EQ(selection->cursor().step, 5);
        EXPECT_EQ(selection->cursor().unit, 3);
    }
}

TEST_F(German, AClassStaysInItsSetUp)
{
    window.reset();
    WindowKeeper keeper(language, *preferences, *selection, [this] {
        return std::make_unique<MainWindow>(*document, *selection, theme, *preferences, makeWorkspaces);
    });
    openSmallSeries();
    keeper.window().show();
    const QString path = file(QStringLiteral("7b.gatescope-class"),
                              R"({"gatescope-class":1,"workspaces":["train","learn"],"lesson":"exploding",)"
                              R"("network":{"hidden":4}})");
    ASSERT_TRUE(keeper.window().classActions().open(path));
    ASSERT_TRUE(settle());
    preferences->setLanguage(QStringLiteral("de"));
    Q_EMIT keeper.window().languageChosen();
    ASSERT_TRUE(waitFor([] { return Language::inForce() == QLatin1String("de"); }));
    EXPECT_TRUE(keeper.window().findChild<QWidget *>(QStringLiteral("rail-data"))->isHidden());
    ASSERT_TRUE(keeper.window().classActions().setup());
    EXPECT_EQ(keeper.window().classActions().setup()->lesson, "exploding") << "\"Back to the teacher's state\" has it";
    EXPECT_EQ(document->standardSettings().network.hidden, 4);
    EXPECT_EQ(document->standardSettings().network.layers, 1);
}

TEST_F(German, PhasesSpeakIt)
{
    language.choose(QStringLiteral("de"));
    Settings settings;
    PhaseNumbers numbers;
    numbers.sequences = 64;
    numbers.steps = 32;
    numbers.learningRate = 0.01;
    numbers.gradientNorm = 2.0;
    for (const double limit : {0.0, 1.0, 3.0}) {
        for (const double ratio : {0.0, 0.01}) {
            settings.training.clipNorm = limit;
            settings.training.truncation = limit > 0.0 ? 8 : 0;
            settings.network.layers = limit > 0.0 ? 2 : 1;
            numbers.clippedGradientNorm = limit > 0.0 ? std::min(limit, 2.0) : 2.0;
            numbers.updateRatio = ratio;
            for (const Phase phase :
                 {Phase::Ready, Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip, Phase::Update}) {
                const std::string text = phaseCaption(phase, settings, numbers).text;
                EXPECT_NE(coreSentence(text), fromText(text)) << text;
                EXPECT_FALSE(coreSentence(text).contains(QStringLiteral(" the "))) << coreSentence(text).toStdString();
            }
        }
    }
    settings.training.clipNorm = 0.0;
    settings.training.clipValue = 0.5;
    numbers.clippedGradientNorm = 1.0;
    numbers.clipAngle = 12.0;
    EXPECT_EQ(coreSentence(phaseCaption(Phase::Clip, settings, numbers).text).toStdString(),
              "Der Gradient wird auf den Höchstbetrag 0.5000 je Element gekürzt: Seine Norm sinkt von 2.000000 auf "
              "1.000000, und er dreht sich um 12.00°.");
    EXPECT_EQ(coreSentence(phaseCaption(Phase::Forward, Settings{}, numbers).text).left(24).toStdString(),
              QStringLiteral("64 Sequenzen zu je 32 Schritten").left(24).toStdString());
}

TEST_F(German, SentencesKeepTheirNumbersAndNames)
{
    language.choose(QStringLiteral("de"));
    EXPECT_EQ(coreSentence("On the test part the baseline \"season before\" is ahead of the network: RMSE 1.23 against "
                           "4.5, skill -0.21. Use the baseline, or give the network a longer window, other features or "
                           "more training."),
              QStringLiteral("Im Testteil liegt die Baseline „Saison davor“ vor dem Netz: RMSE 1.23 gegen 4.5, Skill "
                             "-0.21. Nehmen Sie die Baseline, oder geben Sie dem Netz ein längeres Fenster, andere "
                             "Merkmale oder mehr Training."));
    EXPECT_EQ(
        fromSentence("Leakage: the scaling has seen the validation and test rows. Scores on validation and test "
                     "look better than they are; switch it off."),
        QStringLiteral("Datenleck: Die Skalierung hat die Zeilen von Validierung und Test gesehen. Validierung und "
                       "Test sehen besser aus, als sie sind; schalten Sie es aus."));
    EXPECT_EQ(coreControl("Predict: its change"), QStringLiteral("Vorhersagen: seine Änderung"));
    Vector<double> relative(5);
    relative << 0.5, 0.6, 0.7, 0.8, 1.0;
    const std::string lag = lagSentence(relative);
    EXPECT_NE(coreSentence(lag), fromText(lag)) << lag;
    // What has no form is left alone, %1 and all.
    EXPECT_EQ(coreSentence("wave.csv: row 3 holds 100 %1 of nothing"),
              QStringLiteral("wave.csv: row 3 holds 100 %1 of nothing"));
}

TEST_F(German, BaselinesOfATextHaveNames)
{
    language.choose(QStringLiteral("de"));
    for (const BaselineInfo &baseline : characterBaselineTable()) {
        EXPECT_NE(coreWords(baseline.name).toStdString(), baseline.name);
        EXPECT_NE(coreWords(baseline.summary).toStdString(), baseline.summary);
    }
}

TEST_F(German, ALessonsLinksSayWhatTheyWillDo)
{
    language.choose(QStringLiteral("de"));
    EXPECT_EQ(linkHint({{"inspect.step", "12"}, {"hold.z", "0.5"}, {"set.lr", "0.1"}}),
              QStringLiteral("Schritt 12 zeigen; das Aktualisierungstor jeder Einheit auf 0.5 festhalten; Lernrate auf "
                             "0.1 setzen."));
    const std::vector<LinkStep> all = everyLinkStep();
    EXPECT_GT(all.size(), 80U);
    const QRegularExpression english(
        QStringLiteral("\\b(the|of|and|to|is|with|this|that|from|step|layer|show|open the|set|go|train to)\\b"));
    for (const LinkStep &step : all) {
        const QString hint = linkHint({step});
        EXPECT_NE(hint.toStdString(), linkInWords({step})) << step.id << "=" << step.value;
        EXPECT_FALSE(english.match(hint).hasMatch()) << hint.toStdString();
    }
    language.choose(QStringLiteral("en"));
    for (const LinkStep &step : all)
        EXPECT_EQ(linkHint({step}).toStdString(), linkInWords({step}));
}

TEST_F(German, CountsHaveTheirForms)
{
    for (const auto &[code, one, many] :
         {std::tuple("en", "1 row", "5 rows"), std::tuple("de", "1 Zeile", "5 Zeilen")}) {
        language.choose(QString::fromLatin1(code));
        EXPECT_EQ(QObject::tr("%n row(s)", nullptr, 1), QString::fromUtf8(one));
        EXPECT_EQ(QObject::tr("%n row(s)", nullptr, 5), QString::fromUtf8(many));
    }
}

TEST_F(German, TheSystemsLanguageIsKnownOrEnglish)
{
    language.choose(QString());
    EXPECT_FALSE(Language::inForce().isEmpty());
    language.choose(QStringLiteral("xx"));
    EXPECT_EQ(Language::inForce(), QStringLiteral("en"));
    preferences->setLanguage(QStringLiteral("de"));
    EXPECT_EQ(preferences->language(), QStringLiteral("de"));
    preferences->store().setValue(QStringLiteral("look/language"), QStringLiteral("klingon"));
    EXPECT_EQ(preferences->language(), QString());
}

} // namespace gatescope
