// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/opening/opening.h"

#include "core/data/sources/text_corpus.h"
#include "core/io/model/session_file.h"
#include "core/io/tensors/sequence_tensors.h"
#include "core/sentence.h"
#include "ui/document/opening/data_sources.h"
#include "ui/document/opening/file_loader.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <QFileInfo>

namespace gatescope {

namespace {

/// What became of a file that is not what it was.
QString changeText(const DataReference &before, const DataReference &now)
{
    if (!before.fingerprint || !now.fingerprint)
        return QObject::tr("it could not be read again");
    if (before.fingerprint->bytes == now.fingerprint->bytes)
        return QObject::tr("it is as long as it was, but holds something else");
    return QObject::tr("it had %1 bytes then and has %2 now")
        .arg(groupedNumber(static_cast<qint64>(before.fingerprint->bytes)),
             groupedNumber(static_cast<qint64>(now.fingerprint->bytes)));
}

Opening::As dataKind(const ModelFile &model)
{
    return model.preparation && model.preparation->text ? Opening::As::Text : Opening::As::Recognised;
}

} // namespace

QString shownName(const ReadModel &read)
{
    const auto &session = read.model->session;
    return session && session->isAutosave ? QObject::tr("The recovered training") : QFileInfo(read.path).fileName();
}

void Opening::openFile(const QString &path, const CsvOptions &options, As as)
{
    m_rereading.reset();
    m_waiting.reset();
    m_loader =
        std::make_unique<FileLoader>(path, options, as == As::Text ? FileLoader::As::Text : FileLoader::As::Recognised);
    Q_EMIT progress(0.0);
}

void Opening::reread(const CsvOptions &options)
{
    if (!m_open.source || m_open.source->file.isEmpty() || m_open.source->characters)
        return;
    openFile(m_open.source->file, options);
    m_rereading = m_open.source;
}

void Opening::openBundled(const BundledDataset &dataset)
{
    try {
        openSource(bundledSource(dataset), dataset.options);
    } catch (const std::exception &error) {
        Q_EMIT message(Severity::Error, fromSentence(sentenceOf(error)), {});
    }
}

void Opening::openGenerated(const GeneratedData &generated, const QString &title)
{
    openSource(generatedSource(generated, title), generated.options);
}

void Opening::takeReread(const DataSource &read)
{
    DataSource source = read;
    source.title = m_rereading->title;
    source.path = m_rereading->path;
    const DataOptions options = keptDataOptions(m_open.options, source.table);
    openSource(std::make_shared<const DataSource>(std::move(source)), options);
}

void Opening::cancel()
{
    if (m_loader)
        m_loader->cancel();
    m_preparation.requestStop();
}

void Opening::finishReading()
{
    FileLoader::Result result = m_loader->takeResult();
    m_loader.reset();
    if (result.model && m_waiting)
        refuseModelAsData(result.path);
    else if (result.model)
        openModel({std::make_shared<const ModelFile>(std::move(*result.model)), result.path, result.isOwn});
    else if (result.source && m_waiting)
        openModelOn(std::exchange(m_waiting, std::nullopt)->read, result.source);
    else if (result.source && m_rereading && m_rereading == m_open.source)
        takeReread(*result.source);
    else if (result.source)
        openSource(result.source, result.options, Tell::WhatIsOpen);
    else if (!result.error.isEmpty())
        Q_EMIT message(Severity::Error, result.error, {});
    if (!m_loader)
        m_rereading.reset();
    if (!result.model && !result.source)
        m_waiting.reset();
    if (!isBusy())
        Q_EMIT ended();
}

/// A session whose data is a model, perhaps itself, would lead from one file to the next for ever.
void Opening::refuseModelAsData(const QString &path)
{
    const ReadModel read = std::exchange(m_waiting, std::nullopt)->read;
    Q_EMIT message(Severity::Error,
                   tr("%1 names %2 as its data, which is a model and holds none.")
                       .arg(shownName(read), QFileInfo(path).fileName()),
                   tr("Open the CSV it was trained on, and then the model again."));
}

void Opening::openModel(const ReadModel &read)
{
    const ModelFile &model = *read.model;
    // Bare weights know nothing of data; sequences of a tensor file are prepared already.
    if (m_open.source
        && (!model.preparation || (m_open.source->tensors && !model.session) || isDataOf(model, *m_open.source))) {
        openModelOn(read, m_open.source);
        return;
    }
    if (const std::shared_ptr<const DataSource> source = builtInSource(model, m_resources)) {
        openModelOn(read, source);
        return;
    }
    const QString file = dataFileOf(model, read.path);
    if (!file.isEmpty())
        openFile(file, model.csv, dataKind(model));
    m_waiting = Waiting{read, nullptr};
    if (file.isEmpty())
        Q_EMIT modelNeedsData(shownName(read), QString::fromStdString(model.dataSource));
}

void Opening::openModelData(const QString &path)
{
    if (!m_waiting)
        return;
    const ReadModel read = std::exchange(m_waiting, std::nullopt)->read;
    if (!path.isEmpty()) {
        openFile(path, read.model->csv, dataKind(*read.model));
        m_waiting = Waiting{read, nullptr};
    } else if (m_open.source) {
        showModel(read, m_open.source);
    } else {
        Q_EMIT message(Severity::Error, tr("%1 needs data to run on.").arg(shownName(read)),
                       tr("Open the CSV it was trained on first."));
    }
}

void Opening::openModelOn(const ReadModel &read, const std::shared_ptr<const DataSource> &source)
{
    if (!hasChangedSince(*read.model, *source)) {
        showModel(read, source);
        return;
    }
    m_waiting = Waiting{read, source};
    Q_EMIT modelDataChanged(
        tr("%1 has changed since %2 was saved: %3.")
            .arg(source->title, shownName(read), changeText(read.model->session->data, source->reference)));
}

void Opening::openOnChangedData(bool goOn)
{
    if (!m_waiting || !m_waiting->changed)
        return;
    const Waiting waiting = *std::exchange(m_waiting, std::nullopt);
    if (goOn)
        showModel(waiting.read, waiting.changed);
}

/// What windows a model runs on: with `prepared` set where they are the ones that are open.
OpenData Opening::wantedBy(const ModelFile &model, const std::shared_ptr<const DataSource> &source) const
{
    const bool isOpen = source == m_open.source;
    // A model of a table says nothing of how open tensors are to be parted.
    if (model.preparation && !(source->tensors && isOpen && !namesTensorFile(model.dataSource))) {
        // Characters and tables are not read for each other's models; what is missing is said when windows are made.
        const auto given =
            std::make_shared<const Preparation>(source->tensors ? tensorPreparation(model) : *model.preparation);
        return {source, given->options, given, nullptr};
    }
    const DataOptions first =
        source->characters ? firstTextOptions(source->characters->size()) : firstDataOptions(source->table);
    return isOpen ? m_open : OpenData{source, first, nullptr, nullptr};
}

void Opening::showModel(const ReadModel &read, const std::shared_ptr<const DataSource> &source)
{
    const OpenData wanted = wantedBy(*read.model, source);
    if (wanted.prepared || !wanted.problem.isEmpty())
        Q_EMIT modelReady(read, wanted);
    else
        prepare(wanted, [this, read](const OpenData &next) { Q_EMIT modelReady(read, next); });
}

} // namespace gatescope
