// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/class_dialog.h"

#include "core/lesson/file/read_lesson.h"
#include "core/lesson/play/check_lesson.h"
#include "core/train/settings/settings_table.h"
#include "ui/document/shared/workspace.h"
#include "ui/look/core_words.h"
#include "ui/look/language.h"
#include "ui/look/plain_text.h"
#include "ui/shell/dialogs/dialog_size.h"
#include "ui/widgets/form/number_box.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>

#include <algorithm>

namespace gatescope {

namespace {

/// The ids that are ticked; none when all are: the set-up then says nothing of them.
std::vector<std::string> tickedOf(const QListWidget &list)
{
    std::vector<std::string> ids;
    for (int i = 0; i < list.count(); ++i) {
        if (list.item(i)->checkState() == Qt::Checked)
            ids.push_back(list.item(i)->data(Qt::UserRole).toString().toStdString());
    }
    return static_cast<int>(ids.size()) == list.count() ? std::vector<std::string>() : ids;
}

/// The lesson in this language, where it has it.
ReadLesson lessonIn(const std::string &language, const std::filesystem::path &folder)
{
    const std::string file = "lesson." + language + ".md";
    const std::vector<std::string> files = lessonLanguages(folder);
    return readLesson(folder, std::ranges::find(files, file) != files.end() ? file : "lesson.md");
}

} // namespace

ClassDialog::ClassDialog(const std::vector<Workspace *> &workspaces, const std::filesystem::path &resources,
                         const ClassSetup &setup, QWidget *parent)
    : QDialog(parent), m_lists(new QHBoxLayout), m_first(new QComboBox(this)),
      m_locked(new QCheckBox(tr("settings cannot be changed"), this))
{
    setWindowTitle(tr("Make a class set-up"));
    setObjectName(QStringLiteral("class-dialog"));
    std::vector<std::pair<QString, QString>> lessons, pages, settings;
    m_first->addItem(tr("no lesson"), QString());
    for (const std::string &id : lessonIds(resources / "lessons")) {
        lessons.emplace_back(
            fromText(id),
            plainText(lessonIn(Language::inForce().toStdString(), resources / "lessons" / id).lesson.title));
        m_first->addItem(lessons.back().second, lessons.back().first);
    }
    m_first->setCurrentIndex(std::max(0, m_first->findData(fromText(setup.lesson))));
    m_first->setAccessibleName(tr("Opens first"));
    for (const Workspace *workspace : workspaces)
        pages.emplace_back(workspace->info().id, workspace->info().title);
    for (const SettingInfo &setting : settingsTable())
        settings.emplace_back(fromText(setting.id), coreWords(setting.title));
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(new QuietLabel(tr("What is ticked is shown to the class; the rest is hidden, not lost."), this));
    rows->addLayout(m_lists, 1);
    m_lessons = addList(tr("Lessons"), lessons, setup.lessons);
    m_workspaces = addList(tr("Workspaces"), pages, setup.workspaces);
    m_settings = addList(tr("Settings"), settings, setup.settings);
    rows->addLayout(firstLine());
    rows->addLayout(networkLine(setup));
    m_locked->setChecked(setup.isLocked);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setDialogSize(*this, {760, 460});
}

QHBoxLayout *ClassDialog::firstLine()
{
    auto *line = new QHBoxLayout;
    auto *label = new QLabel(tr("Opens first"), this);
    label->setBuddy(m_first);
    line->addWidget(label);
    line->addWidget(m_first, 1);
    line->addWidget(m_locked);
    return line;
}

QHBoxLayout *ClassDialog::networkLine(const ClassSetup &setup)
{
    auto *line = new QHBoxLayout;
    m_layers = addSize(*line, tr("Layers of a new network"), "layers", setup.layers);
    m_hidden = addSize(*line, tr("units in each"), "hidden", setup.hidden);
    line->addStretch(1);
    return line;
}

QSpinBox *ClassDialog::addSize(QHBoxLayout &line, const QString &words, const char *setting, int value)
{
    const SettingInfo &info = *findSetting(setting);
    auto *box = new IntegerBox(this);
    box->setObjectName(QStringLiteral("class-") + QLatin1String(setting));
    box->setRange(static_cast<int>(info.minimum), static_cast<int>(info.maximum));
    box->setValue(value);
    box->setAccessibleName(words);
    box->setToolTip(
        tr("Where the data brings no network of its own, as an example or a text does. Few units can be told "
           "apart from the back row."));
    auto *label = new QLabel(words, this);
    label->setBuddy(box);
    line.addWidget(label);
    line.addWidget(box);
    return box;
}

QListWidget *ClassDialog::addList(const QString &title, const std::vector<std::pair<QString, QString>> &entries,
                                  const std::vector<std::string> &ticked)
{
    auto *column = new QVBoxLayout;
    auto *list = new QListWidget(this);
    list->setAccessibleName(title);
    auto *label = new QLabel(title, this);
    label->setBuddy(list);
    column->addWidget(label);
    column->addWidget(list, 1);
    m_lists->addLayout(column, 1);
    for (const auto &[id, words] : entries) {
        auto *item = new QListWidgetItem(words, list);
        item->setData(Qt::UserRole, id);
        const bool on = ticked.empty() || std::ranges::find(ticked, id.toStdString()) != ticked.end();
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    return list;
}

ClassSetup ClassDialog::setup() const
{
    return {{},
            m_first->currentData().toString().toStdString(),
            tickedOf(*m_lessons),
            tickedOf(*m_workspaces),
            tickedOf(*m_settings),
            m_locked->isChecked(),
            m_layers->value(),
            m_hidden->value()};
}

} // namespace gatescope
