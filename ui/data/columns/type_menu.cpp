// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/type_menu.h"

#include "ui/document/document.h"
#include "ui/look/plain_text.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace gatescope {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("TypeMenu", text);
}

struct TypeChoice {
    std::optional<ColumnType> type;
    const char *title;
    const char *tip;
};

constexpr std::array<TypeChoice, 6> kChoices{
    {{std::nullopt, QT_TRANSLATE_NOOP("TypeMenu", "Recognise the type"),
      QT_TRANSLATE_NOOP("TypeMenu", "The type is worked out from all rows.")},
     {ColumnType::Number, QT_TRANSLATE_NOOP("TypeMenu", "Number"),
      QT_TRANSLATE_NOOP("TypeMenu",
                        "A percent or currency sign is taken off; cells that are no numbers are counted and named.")},
     {ColumnType::Text, QT_TRANSLATE_NOOP("TypeMenu", "Text"),
      QT_TRANSLATE_NOOP("TypeMenu", "Cells are words, such as labels or ids.")},
     {ColumnType::OneHot, QT_TRANSLATE_NOOP("TypeMenu", "Words as features"),
      QT_TRANSLATE_NOOP("TypeMenu", "Each word becomes a feature: 1 in the rows that hold it and 0 in the others.")},
     {ColumnType::Time, QT_TRANSLATE_NOOP("TypeMenu", "Time"),
      QT_TRANSLATE_NOOP("TypeMenu", "Cells are dates or times, written as the time format says.")},
     {ColumnType::Ignore, QT_TRANSLATE_NOOP("TypeMenu", "Leave the column out"),
      QT_TRANSLATE_NOOP("TypeMenu", "The column is not read at all and takes no memory.")}}};

void choose(Document &document, const std::vector<std::string> &columns, std::optional<ColumnType> type)
{
    CsvOptions options = document.source()->csvOptions;
    for (const std::string &column : columns) {
        if (type)
            options.types[column] = *type;
        else
            options.types.erase(column);
    }
    if (options != document.source()->csvOptions)
        document.opening().reread(options);
}

} // namespace

void fillTypeMenu(QMenu &menu, Document &document, const std::vector<std::string> &columns)
{
    menu.setToolTipsVisible(true);
    const std::map<std::string, ColumnType> &types = document.source()->csvOptions.types;
    auto *group = new QActionGroup(&menu);
    for (const TypeChoice &choice : kChoices) {
        QAction *action = menu.addAction(translated(choice.title));
        action->setToolTip(translated(choice.tip));
        action->setCheckable(true);
        group->addAction(action);
        action->setChecked(std::ranges::all_of(columns, [&](const std::string &column) {
            const auto chosen = types.find(column);
            return choice.type ? chosen != types.end() && chosen->second == *choice.type : chosen == types.end();
        }));
        QObject::connect(action, &QAction::triggered, &document,
                         [&document, columns, type = choice.type] { choose(document, columns, type); });
    }
}

void fillIgnoredMenu(QMenu &menu, Document &document)
{
    for (const std::string &column : document.recognition().ignored) {
        QAction *action = menu.addAction(translated("Bring back %1").arg(plainText(column, 40)));
        QObject::connect(action, &QAction::triggered, &document,
                         [&document, column] { choose(document, {column}, std::nullopt); });
    }
}

} // namespace gatescope
