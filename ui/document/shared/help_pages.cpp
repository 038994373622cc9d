// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/help_pages.h"

#include "core/data/text/number_text.h"
#include "core/train/settings/settings_table.h"
#include "ui/document/shared/workspace.h"
#include "ui/look/core_words.h"
#include "ui/look/language.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/widgets/common/view_export.h"

#include <QDir>
#include <QFile>
#include <QObject>

namespace gatescope {

namespace {

constexpr qint64 kLargestPage = 1 << 16;
const QString kSetting = QStringLiteral("setting-");

QString sentence(const QString &text)
{
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

/// "From 1 to 4096. A change takes effect at the next reset."
QString factsOf(const SettingInfo &setting)
{
    QString text;
    if (setting.minimum < setting.maximum && setting.choices.empty() && setting.maximum > 1.0)
        text = QObject::tr("From %1 to %2%3. ")
                   .arg(fromText(formatNumber(setting.minimum)), fromText(formatNumber(setting.maximum)),
                        setting.unit.empty() ? QString() : QLatin1Char(' ') + coreWords(setting.unit));
    return text
           + (setting.effect == SettingEffect::Live ? QObject::tr("It can be changed while the training runs.")
                                                    : QObject::tr("A change needs new weights: it waits for a reset."));
}

/// Title and summary out of the head of a file, and what follows it.
void readHead(QString text, HelpPage &page)
{
    if (text.startsWith(QLatin1String("---\n"))) {
        const qsizetype end = text.indexOf(QLatin1String("\n---\n"), 3);
        for (const QString &line : text.mid(4, end - 4).split(QLatin1Char('\n'))) {
            const qsizetype colon = line.indexOf(QLatin1Char(':'));
            const QString value = line.mid(colon + 1).trimmed();
            if (line.startsWith(QLatin1String("title:")))
                page.title = value;
            else if (line.startsWith(QLatin1String("summary:")))
                page.summary = value;
        }
        text = end < 0 ? QString() : text.mid(end + 5);
    }
    page.body = text.trimmed();
}

} // namespace

const QString HelpPages::kContents = QStringLiteral("contents");

QString HelpPage::markdown() const
{
    const QString back =
        id == HelpPages::kContents ? QString() : QObject::tr("[All pages](help:%1)").arg(HelpPages::kContents);
    return QStringLiteral("# %1\n\n%2\n\n%3\n\n%4\n").arg(title, sentence(summary), body, back);
}

HelpPage HelpPages::contents() const
{
    QStringList ids{QStringLiteral("data"),    QStringLiteral("train"),   QStringLiteral("inspect"),
                    QStringLiteral("predict"), QStringLiteral("compare"), QStringLiteral("learn")};
    QString text;
    const auto list = [&](const QString &heading, const QStringList &pages) {
        text += QStringLiteral("## %1\n\n").arg(heading);
        for (const QString &id : pages)
            text += QStringLiteral("- [%1](help:%2)\n").arg(page(id)->title, id);
        text += QLatin1Char('\n');
    };
    const QStringList program{QStringLiteral("whats-new"), QStringLiteral("licences")};
    QStringList symbols, settings, others;
    for (const QuantityInfo &quantity : quantityTable())
        symbols << QString::fromLatin1(quantity.id);
    for (const SettingInfo &setting : settingsTable())
        settings << kSetting + fromText(setting.id);
    const QDir folder(QString::fromStdString(m_folder.string()));
    for (const QString &file : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        const QString id = file.chopped(3);
        if (!(ids + program + symbols + settings).contains(id) && page(id))
            others << id;
    }
    list(QObject::tr("Workspaces"), ids);
    list(QObject::tr("Views and terms"), others);
    list(QObject::tr("Symbols"), symbols);
    list(QObject::tr("Settings"), settings);
    list(QObject::tr("The program"), program);
    return {kContents, QObject::tr("Manual"), QObject::tr("A page for every workspace, view, symbol and setting"),
            text};
}

std::optional<HelpPage> HelpPages::page(const QString &id) const
{
    if (id == kContents)
        return contents();
    HelpPage page{id, {}, {}, {}};
    if (id.isEmpty() || id.contains(QLatin1Char('/')) || id.startsWith(QLatin1Char('.')))
        return std::nullopt;
    QFile file(fileOf(id));
    if (file.open(QIODevice::ReadOnly))
        readHead(QString::fromUtf8(file.read(kLargestPage)), page);
    for (const QuantityInfo &quantity : quantityTable()) {
        if (id == QLatin1String(quantity.id)) {
            page.title = QStringLiteral("%1  %2").arg(quantity.letter, quantity.name());
            page.summary = quantity.explanation();
        }
    }
    const SettingInfo *setting = id.startsWith(kSetting) ? findSetting(id.mid(kSetting.size()).toStdString()) : nullptr;
    if (setting) {
        page.title = coreWords(setting->title);
        page.summary = coreWords(setting->summary);
        page.body = (page.body.isEmpty() ? QString() : page.body + QStringLiteral("\n\n")) + factsOf(*setting);
    }
    return page.title.isEmpty() ? std::nullopt : std::optional(page);
}

QString HelpPages::fileOf(const QString &id) const
{
    const QDir folder(QString::fromStdString(m_folder.string()));
    const QString own = folder.filePath(Language::inForce() + QLatin1Char('/') + id + QStringLiteral(".md"));
    return QFile::exists(own) ? own : folder.filePath(id + QStringLiteral(".md"));
}

QString HelpPages::idOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const QString own = widget->property("help").toString(); !own.isEmpty())
            return own;
        if (widget->objectName().startsWith(kSetting))
            return widget->objectName();
        if (const auto *view = dynamic_cast<const ViewExport *>(widget))
            return view->exportName();
        if (const auto *workspace = qobject_cast<const Workspace *>(widget))
            return workspace->info().id;
    }
    return {};
}

} // namespace gatescope
