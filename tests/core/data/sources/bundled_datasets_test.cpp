// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/bundled_datasets.h"

#include "core/data/csv/csv_reader.h"
#include "core/data/prepared_data.h"
#include "core/data/sources/text_corpus.h"

#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace gatescope {
namespace {

std::filesystem::path temporaryFolder(const std::string &name)
{
    const std::filesystem::path folder = temporaryPath(name);
    std::filesystem::create_directories(folder / "datasets");
    return folder;
}

TEST(BundledDatasets, EachOpensAndPreparesWithoutWarning)
{
    const std::vector<BundledDataset> datasets = bundledDatasets(GATESCOPE_RESOURCES);
    ASSERT_GE(datasets.size(), 3U);
    std::set<std::string> ids;
    for (const BundledDataset &dataset : datasets) {
        SCOPED_TRACE(dataset.id);
        EXPECT_TRUE(ids.insert(dataset.id).second);
        EXPECT_FALSE(dataset.title.empty() || dataset.summary.empty() || dataset.source.empty()
                     || dataset.licence.empty());
        if (dataset.isText()) {
            const auto text = prepareText<float>(readCharacters(dataset.file), dataset.file.string(), dataset.options);
            EXPECT_GT(text.train.size(), 100);
            EXPECT_GT(text.validation.size(), 0);
            EXPECT_GT(text.test.size(), 0);
            continue;
        }
        const CsvResult result = readCsv(dataset.file, dataset.csv);
        EXPECT_TRUE(result.recognition.warnings.empty()) << result.recognition.warnings.front();
        const auto data = prepareData<float>(result.table, dataset.options);
        EXPECT_GT(data.train.size(), 100);
        EXPECT_GT(data.validation.size(), 0);
        EXPECT_GT(data.test.size(), 0);
        EXPECT_TRUE(data.warnings.empty()) << data.warnings.front();
    }
}

TEST(BundledDatasets, FilesStayBelowThreeHundredKilobytes)
{
    for (const BundledDataset &dataset : bundledDatasets(GATESCOPE_RESOURCES))
        EXPECT_LT(std::filesystem::file_size(dataset.file), 300'000U) << dataset.id;
}

TEST(BundledDatasets, MissingListIsAnIoError)
{
    EXPECT_THROW(bundledDatasets("/nowhere"), IoError);
}

TEST(BundledDatasets, BrokenListNamesItsEntry)
{
    const std::filesystem::path folder = temporaryFolder("broken-list");
    std::ofstream(folder / "datasets" / "manifest.json") << R"({"datasets": [{"id": "x", "file": "x.csv"}]})";
    try {
        bundledDatasets(folder);
        FAIL();
    } catch (const DataError &error) {
        EXPECT_NE(std::string(error.what()).find("entry 1"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace gatescope
