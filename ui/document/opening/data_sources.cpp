// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/opening/data_sources.h"

#include "core/data/sources/text_corpus.h"
#include "core/io/model/data_json.h"
#include "core/train/settings/settings_table.h"

#include <QDir>
#include <QFileInfo>

namespace gatescope {

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/// Files of before there were sessions name a bundled series by its title.
bool isMeant(const BundledDataset &dataset, const ModelFile &model)
{
    return model.session ? dataset.id == model.session->data.id : dataset.title == model.dataSource;
}

} // namespace

const Table &OpenData::table() const
{
    static const Table none;
    return source ? source->table : none;
}

std::size_t DataSource::byteSize() const
{
    const std::size_t text = characters ? characters->size() * sizeof(std::string) : 0;
    return text + table.byteSize() + (tensors ? (tensors->x.size() + tensors->y.size()) * sizeof(float) : 0);
}

std::string nameOf(const DataSource &source)
{
    return (source.path.isEmpty() ? source.title : source.path).toStdString();
}

RunData runData(const DataSource &source)
{
    RunData data{source.reference, nameOf(source), source.csvOptions, {}, {}};
    if (!source.file.isEmpty() && !source.characters) {
        data.csvRecognised = csvOptionsOf(source.recognition);
        data.csvColumns = source.recognition.columns;
    }
    return data;
}

DataReference fileReference(const QString &path)
{
    DataReference reference;
    try {
        reference.fingerprint = fingerprintOf(path.toStdString());
    } catch (const Error &) {
        // It was there a moment ago; a session then cannot tell later whether it changed.
    }
    return reference;
}

DataSource textSource(const QString &title, const QString &path, std::vector<std::string> characters)
{
    DataSource source{title, path, {}, std::nullopt, {}, {}, path, fileReference(path)};
    source.training = {{"layers", "2"}, {"hidden", "128"},   {"lr", "0.004"},     {"epochs", "60"},
                       {"batch", "32"}, {"early-stop", "8"}, {"loss-at", "every"}};
    source.characters = std::make_shared<const std::vector<std::string>>(std::move(characters));
    return source;
}

std::shared_ptr<const DataSource> bundledSource(const BundledDataset &dataset)
{
    if (dataset.isText()) {
        DataSource source = textSource(text(dataset.title), text(dataset.file.string()), readCharacters(dataset.file));
        source.path.clear();
        source.reference.origin = DataOrigin::Bundled;
        source.reference.id = dataset.id;
        source.training = dataset.training;
        return std::make_shared<const DataSource>(std::move(source));
    }
    CsvResult csv = readCsv(dataset.file, dataset.csv);
    const QString file = text(dataset.file.string());
    DataReference reference = fileReference(file);
    reference.origin = DataOrigin::Bundled;
    reference.id = dataset.id;
    return std::make_shared<const DataSource>(DataSource{text(dataset.title),
                                                         {},
                                                         std::move(csv.table),
                                                         std::nullopt,
                                                         dataset.csv,
                                                         std::move(csv.recognition),
                                                         file,
                                                         std::move(reference),
                                                         dataset.training});
}

std::shared_ptr<const DataSource> generatedSource(const GeneratedData &generated, const QString &title)
{
    DataSource source{title,
                      {},
                      generated.table,
                      std::nullopt,
                      {},
                      {},
                      {},
                      {DataOrigin::Generated, generated.task, generated.values, generated.seed, std::nullopt}};
    if (const GeneratedTask *task = findGeneratedTask(generated.task)) {
        for (const TaskSetting &setting : task->training)
            source.training.emplace(setting.id, setting.text);
    }
    return std::make_shared<const DataSource>(std::move(source));
}

Settings exampleSettings(const DataSource &source, const Settings &standard)
{
    Settings settings = standard;
    for (const auto &[id, value] : source.training) {
        if (const SettingInfo *setting = findSetting(id))
            setSettingText(*setting, settings, value);
    }
    return settings;
}

std::shared_ptr<const DataSource> builtInSource(const ModelFile &model, const std::filesystem::path &resources)
{
    const DataOrigin origin = model.session ? model.session->data.origin : DataOrigin::Bundled;
    try {
        if (origin == DataOrigin::Generated) {
            const DataReference &data = model.session->data;
            return generatedSource(generateTask(data.id, data.values, data.seed), text(model.dataSource));
        }
        if (origin == DataOrigin::Bundled) {
            for (const BundledDataset &dataset : bundledDatasets(resources)) {
                if (isMeant(dataset, model))
                    return bundledSource(dataset);
            }
        }
    } catch (const std::exception &) {
        // The data is then asked for, as if it were not there.
    }
    return nullptr;
}

bool isDataOf(const ModelFile &model, const DataSource &source)
{
    if (!model.session)
        return nameOf(source) == model.dataSource;
    const DataReference &wanted = model.session->data;
    // A kept file may lie elsewhere now: what it holds counts. Without a fingerprint there is only its name.
    if (wanted.origin == DataOrigin::File)
        return source.reference.origin == DataOrigin::File && model.csv == source.csvOptions
               && (wanted.fingerprint ? wanted.fingerprint == source.reference.fingerprint
                                      : nameOf(source) == model.dataSource);
    return wanted == source.reference;
}

bool hasChangedSince(const ModelFile &model, const DataSource &source)
{
    if (!model.session || !model.session->data.fingerprint)
        return false;
    return source.reference.fingerprint != model.session->data.fingerprint;
}

bool runsOnOtherData(const ModelFile &model, const DataSource &source)
{
    if (!model.preparation)
        return false;
    if (model.session && model.session->data.fingerprint)
        return hasChangedSince(model, source);
    return QFileInfo(text(model.dataSource)).fileName() != QFileInfo(text(nameOf(source))).fileName();
}

QString dataFileOf(const ModelFile &model, const QString &modelPath)
{
    const QString wanted = text(model.dataSource);
    if (wanted.isEmpty() || (model.session && model.session->data.origin != DataOrigin::File))
        return {};
    const QDir folder = QFileInfo(modelPath).dir();
    // A name without a folder was given where the model was trained: beside it first.
    for (const QString &candidate : {QFileInfo(wanted).isAbsolute() ? wanted : folder.filePath(wanted),
                                     folder.filePath(QFileInfo(wanted).fileName()), wanted}) {
        if (QFileInfo(candidate).isFile())
            return candidate;
    }
    return {};
}

} // namespace gatescope
