// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/session_record.h"

#include "core/error.h"
#include "core/io/model/model_file.h"
#include "core/io/model/training_state.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <cerrno>
#include <gmock/gmock.h>

namespace gatescope {

using ::testing::HasSubstr;

namespace {

SessionRecord sampleRecord()
{
    SessionRecord record;
    record.data = {DataOrigin::Generated, "delayed-echo", {{"rows", 300.0}, {"noise", 0.1}}, ~0ULL, std::nullopt};
    record.view = {"inspect", 3, 1, 7, 12, 40, {{"inspect", R"({"aside":"lag","what-ifs":{"gates":[{"gate":"z"}]}})"}}};
    record.isAutosave = true;
    record.savedAs = "/home/a b/\"sitzung\".safetensors";
    return record;
}

/// The record's text with one entry in another form.
std::string changed(const std::string &from, const std::string &to)
{
    std::string text = sessionRecordText(sampleRecord());
    const std::size_t place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from << " in " << text;
    return text.replace(place, from.size(), to);
}

std::string refusal(const std::string &text)
{
    return errorMessage([&text] { sessionRecordFromText(text, "here"); });
}

} // namespace

TEST(SessionRecord, ComesBackEqualForEveryOrigin)
{
    SessionRecord record = sampleRecord();
    EXPECT_EQ(sessionRecordFromText(sessionRecordText(record), "x"), record);
    record.data = {DataOrigin::File, {}, {}, 0, FileFingerprint{1ULL << 40, "0123456789abcdef"}};
    EXPECT_EQ(sessionRecordFromText(sessionRecordText(record), "x"), record);
    record.data = {DataOrigin::Bundled, "sunspots", {}, 0, FileFingerprint{0, "ffffffffffffffff"}};
    EXPECT_EQ(sessionRecordFromText(sessionRecordText(record), "x"), record);
    record = {};
    EXPECT_EQ(sessionRecordFromText(sessionRecordText(record), "x"), record);
}

TEST(SessionRecord, LeavesUnknownEntriesAside)
{
    EXPECT_EQ(sessionRecordFromText(changed("\"autosave\":true", "\"autosave\":true,\"mood\":[1]"), "x"),
              sampleRecord());
}

TEST(SessionRecord, HoldsNoStateOrMomentWhereNoneIsShown)
{
    EXPECT_EQ(sessionRecordText({}).find("states"), std::string::npos);
    EXPECT_EQ(sessionRecordText({}).find("moment"), std::string::npos);
}

TEST(SessionRecord, RefusesByNameWhatIsNoRecord)
{
    EXPECT_THAT(refusal("[]"), HasSubstr("here"));
    EXPECT_THAT(refusal("{}"), HasSubstr("\"data\" is missing"));
    EXPECT_THAT(refusal(changed("\"generated\"", "\"stolen\"")), HasSubstr("origin"));
    EXPECT_THAT(refusal(changed("\"generated\"", "7")), HasSubstr("origin"));
    EXPECT_THAT(refusal(changed("\"rows\":300.0", "\"rows\":1e999")), HasSubstr("here"));
    EXPECT_THAT(refusal(changed("\"rows\":300.0", "\"rows\":\"300\"")), HasSubstr("values"));
    EXPECT_THAT(refusal(changed("\"sequence\":3", "\"sequence\":-3")), HasSubstr("sequence"));
    EXPECT_THAT(refusal(changed("\"sequence\":3", "\"sequence\":3000000000")), HasSubstr("sequence"));
    EXPECT_THAT(refusal(changed("\"unit\":12", "\"unit\":1.5")), HasSubstr("unit"));
    EXPECT_THAT(refusal(changed("\"workspace\":\"inspect\"", "\"workspace\":\"" + std::string(65, 'x') + "\"")),
                HasSubstr("workspace"));
    EXPECT_THAT(refusal(changed("\"moment\":40", "\"moment\":-40")), HasSubstr("moment"));
    EXPECT_THAT(refusal(changed(R"({"aside":"lag","what-ifs":{"gates":[{"gate":"z"}]}})", "7")), HasSubstr("states"));
    EXPECT_THAT(refusal(changed("\"states\":{", "\"states\":[{")), HasSubstr("here"));
    EXPECT_THAT(refusal(changed("\"autosave\":true", "\"autosave\":1")), HasSubstr("autosave"));
    EXPECT_THAT(refusal(changed("\"saved_as\"", "\"saved_az\"")), HasSubstr("saved_as"));
}

TEST(SessionRecord, RefusesAChecksumThatIsNone)
{
    SessionRecord record;
    record.data.fingerprint = FileFingerprint{5, "0123456789abcdeX"};
    EXPECT_THAT(refusal(sessionRecordText(record)), HasSubstr("checksum"));
    record.data.fingerprint->checksum = "12";
    EXPECT_THAT(refusal(sessionRecordText(record)), HasSubstr("checksum"));
}

class SessionFileTest : public FileTest {};

TEST_F(SessionFileTest, TheModelFileCarriesTheRecord)
{
    ModelFile model = richModel();
    saveModel(path("model"), model);
    EXPECT_FALSE(loadModel(path("model")).session);
    model.session = sampleRecord();
    saveModel(path("session"), model);
    const ModelFile read = loadModel(path("session"));
    EXPECT_EQ(read.session, model.session);
    EXPECT_EQ(read.parameters, model.parameters);
}

TEST_F(SessionFileTest, AFailingSaveLeavesTheEarlierSessionWhicheverCallFails)
{
    ModelFile model = richModel();
    model.session = sampleRecord();
    storeTrainingState(model, sampleState<float>(model));
    saveModel(path("s"), model);
    const std::string before = get(path("s"));
    model.session->view.step = 8;
    const FailingFileOperations counting(0, ENOSPC);
    saveModel(path("other"), model, counting);
    ASSERT_GT(counting.calls(), 4);
    for (int call = 1; call <= counting.calls(); ++call) {
        const FailingFileOperations failing(call, ENOSPC);
        try {
            saveModel(path("s"), model, failing);
        } catch (const IoError &) {
            // Some calls come after the new file is in place: then it is whole.
        }
        const ModelFile read = loadModel(path("s"));
        EXPECT_TRUE(get(path("s")) == before || read.session == model.session) << call;
    }
}

TEST_F(SessionFileTest, TheFingerprintTellsEveryChangeOfAFile)
{
    std::string content(3'000'001, 'a'); // more than one piece, and no whole number of words
    put(path("a"), content);
    const FileFingerprint first = fingerprintOf(path("a"));
    EXPECT_EQ(first.bytes, content.size());
    EXPECT_EQ(fingerprintOf(path("a")), first);
    for (const std::size_t place : {std::size_t{0}, std::size_t{1} << 20, content.size() - 1}) {
        content[place] = 'b';
        put(path("a"), content);
        EXPECT_NE(fingerprintOf(path("a")).checksum, first.checksum) << place;
        content[place] = 'a';
    }
    put(path("a"), content + '\0');
    EXPECT_NE(fingerprintOf(path("a")), first);
    EXPECT_THROW(fingerprintOf(path("nothing")), IoError);
}

TEST_F(SessionFileTest, AnEmptyFileHasAFingerprint)
{
    put(path("empty"), "");
    EXPECT_EQ(fingerprintOf(path("empty")).bytes, 0U);
}

} // namespace gatescope
