// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/files/recovery.h"

#include "ui/document/document.h"
#include "ui/document/saving/autosave.h"
#include "ui/look/language.h"
#include "ui/shell/bars/question_bar.h"

#include <QLocale>

#include <algorithm>

namespace gatescope {

namespace {

QString pathOf(const AutosaveFile &file)
{
    return QString::fromStdString(file.path().string());
}

} // namespace

Recovery::Recovery(Document &document, Autosave &autosave, QuestionBar &bar, QObject *parent)
    : QObject(parent), m_document(document), m_autosave(autosave), m_bar(bar)
{
    connect(&document, &Document::modelOpened, this, &Recovery::opened);
}

void Recovery::offer()
{
    for (std::unique_ptr<AutosaveFile> &file : AutosaveFile::orphans(m_autosave.folder())) {
        if (file->tries() < AutosaveFile::kMostTries)
            ask(std::move(file));
        else
            m_document.showMessage(
                Severity::Warning,
                tr("An autosave could not be recovered in %1 tries and was set aside.").arg(AutosaveFile::kMostTries),
                tr("It is kept as %1.").arg(file->setAside()));
    }
}

void Recovery::ask(std::unique_ptr<AutosaveFile> file)
{
    const AutosaveFile *key = m_kept.emplace_back(std::move(file)).get();
    const QDateTime written = key->written();
    m_bar.ask(tr("GateScope ended unexpectedly on %1 at %2, with a training that was not saved.")
                  .arg(QLocale(Language::inForce()).toString(written.date(), QStringLiteral("d MMMM yyyy")),
                       QLocale::c().toString(written.time(), QStringLiteral("HH:mm"))),
              {{tr("Recover"), tr("Opens the training as it was kept then; undo brings back what is open now."),
                [this, key] { recover(key); }},
               {tr("Discard"), tr("Does not open it; it goes to the shelf of runs in Compare."),
                [this, key] { setAside(key); }}});
}

/// Nobody loses a training by a wrong press: what is not wanted now stands on the shelf.
void Recovery::setAside(const AutosaveFile *file)
{
    const std::unique_ptr<AutosaveFile> taken = take(file);
    if (m_document.shelf().adopt(pathOf(*taken)))
        taken->remove();
    else
        m_document.showMessage(Severity::Warning, tr("The training could not be put on the shelf of runs."),
                               tr("It is kept as %1.").arg(taken->setAside()));
}

std::unique_ptr<AutosaveFile> Recovery::take(const AutosaveFile *file)
{
    const auto place = std::ranges::find(m_kept, file, &std::unique_ptr<AutosaveFile>::get);
    std::unique_ptr<AutosaveFile> taken = std::move(*place);
    m_kept.erase(place);
    return taken;
}

void Recovery::recover(const AutosaveFile *file)
{
    // Counted before, so that a crash on the way counts; taken back when the recovered training has been kept again.
    (*std::ranges::find(m_kept, file, &std::unique_ptr<AutosaveFile>::get))->countTry();
    m_document.opening().openFile(pathOf(*file));
}

void Recovery::opened(const QString &path)
{
    const auto place = std::ranges::find_if(m_kept, [&path](const auto &file) { return pathOf(*file) == path; });
    if (place != m_kept.end())
        m_autosave.adopt(take(place->get()));
}

} // namespace gatescope
