// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/page/link_hint.h"

#include "core/lesson/file/link_table.h"
#include "ui/look/core_words.h"

#include <QStringList>

namespace gatescope {

QString linkHint(const std::vector<LinkStep> &steps)
{
    QStringList phrases;
    for (const std::string &phrase : linkPhrases(steps))
        phrases << coreSentence(phrase);
    QString hint = phrases.join(QStringLiteral("; "));
    if (!hint.isEmpty())
        hint = hint.at(0).toUpper() + hint.mid(1) + QLatin1Char('.');
    return hint;
}

} // namespace gatescope
