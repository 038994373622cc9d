// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/named_data.h"

#include "app/cli/common/resources.h"
#include "core/data/sources/bundled_datasets.h"
#include "core/data/text/number_text.h"
#include "core/error.h"

#include <filesystem>

namespace gatescope::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void isGone(const std::string &what)
{
    throw DataError("the data " + quoted(what) + " that the model names is not there; give the FILE");
}

/// A name without a folder was given where the model was trained: beside it first.
std::string fileNamed(const std::string &name, const fs::path &model)
{
    const fs::path wanted(name), folder = fs::absolute(model).parent_path();
    for (const fs::path &candidate : {wanted.is_absolute() ? wanted : folder / wanted, folder / wanted.filename()}) {
        if (!name.empty() && fs::is_regular_file(candidate))
            return candidate.lexically_normal().string();
    }
    isGone(name);
}

std::string bundledFile(const std::string &id)
{
    for (const BundledDataset &dataset : bundledDatasets(resourcesFolder())) {
        if (dataset.id == id)
            return dataset.file.string();
    }
    isGone(id);
}

/// As it is written on the command line: generated:ID?option=value&seed=0.
std::string generatedName(const DataReference &data)
{
    std::string text = "generated:" + data.id + "?";
    for (const auto &[id, value] : data.values)
        text.append(id).append("=").append(formatNumber(value)).append("&");
    return text.append("seed=").append(std::to_string(data.seed));
}

} // namespace

Arguments withNamedData(const Arguments &arguments, const ModelFile &model)
{
    if (arguments.has("FILE"))
        return arguments;
    const DataReference data = model.session ? model.session->data : DataReference{};
    std::string file;
    if (data.origin == DataOrigin::Generated)
        file = generatedName(data);
    else if (data.origin == DataOrigin::Bundled)
        file = bundledFile(data.id);
    else
        file = fileNamed(model.dataSource, arguments.text("MODEL"));
    Arguments all = arguments;
    all.add("FILE", {file}, PathRole::Input);
    all.checkOutputs();
    return all;
}

} // namespace gatescope::cli
