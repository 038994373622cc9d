// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the what-ifs and their answer look like in a file.
#include "ui/inspect/question/what_if_panel.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/look/core_words.h"
#include "ui/look/fitting_text.h"
#include "ui/look/theme.h"

#include <qcustomplot.h>

namespace gatescope {

QString WhatIfPanel::exportTitle() const
{
    return tr("What if");
}

QString WhatIfPanel::exportCaption() const
{
    return m_inspection.hasRun() ? m_inspection.caption() : QString();
}

QString WhatIfPanel::exportName() const
{
    return QStringLiteral("what-if");
}

QStringList WhatIfPanel::editPhrases() const
{
    const std::vector<std::string> names =
        m_inspection.hasRun() ? m_inspection.data().featureNames : std::vector<std::string>();
    QStringList phrases;
    for (const std::string &phrase : m_inspection.edits().phrases(names))
        phrases << coreSentence(phrase);
    return phrases;
}

std::vector<WhatIfPanel::Number> WhatIfPanel::numbers() const
{
    if (!m_inspection.hasRun())
        return {};
    const Trace<float> &edited = m_inspection.run();
    const Trace<float> &untouched = m_inspection.ghost() ? *m_inspection.ghost() : edited;
    std::vector<Number> all;
    for (Index output = 0; output < edited.output.size(); ++output)
        all.push_back({tr("output %1").arg(shown(m_inspection.data().outputName(output))),
                       static_cast<double>(untouched.output(output)), static_cast<double>(edited.output(output)),
                       QStringLiteral("output_%1").arg(output)});
    if (edited.loss && untouched.loss)
        all.push_back({tr("loss"), *untouched.loss, *edited.loss, QStringLiteral("loss")});
    return all;
}

void WhatIfPanel::paintContent(QCPPainter &painter, const QSize &size)
{
    const ThemeColors &colors = themeColors(palette());
    const QFont body = themeFont(TextRole::Body);
    const QFontMetricsF metrics(body);
    painter.setFont(body);
    painter.setPen(colors.text);
    QRectF line(12, 8, size.width() - 24, metrics.height() + 6);
    const auto words = [&](const QString &text) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, fittingText(text, metrics, line.width()));
        line.translate(0, line.height());
    };
    const QStringList phrases = editPhrases();
    if (!m_inspection.hasRun())
        words(m_inspection.why());
    else if (phrases.isEmpty())
        words(tr("Nothing is held: the network runs as it is."));
    for (const QString &phrase : phrases)
        words(QStringLiteral("• ") + phrase);
    line.translate(0, 6);
    const double wide = line.width() / 5;
    const auto row = [&](const QStringList &cells) {
        painter.drawText(QRectF(line.left(), line.top(), 2 * wide - 6, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         fittingText(cells.front(), metrics, 2 * wide - 6));
        for (int i = 1; i < cells.size(); ++i)
            painter.drawText(QRectF(line.left() + (i + 1) * wide, line.top(), wide, line.height()),
                             Qt::AlignRight | Qt::AlignVCenter, cells[i]);
        line.translate(0, line.height());
    };
    const std::vector<Number> all = numbers();
    if (all.empty())
        return;
    painter.setPen(colors.muted);
    row({tr("in scaled units"), tr("untouched"), tr("edited"), tr("change")});
    painter.setPen(colors.border);
    painter.drawLine(line.topLeft(), line.topRight());
    painter.setPen(colors.text);
    for (const Number &number : all)
        row({number.name, signedText(number.untouched), signedText(number.edited),
             signedText(number.edited - number.untouched)});
}

QString WhatIfPanel::csv() const
{
    QString text = QStringLiteral("kind,name,untouched,edited,change\n");
    for (const QString &phrase : m_inspection.hasRun() ? editPhrases() : QStringList())
        text += QStringLiteral("edit,%1,,,\n").arg(csvText(phrase));
    for (const Number &number : numbers())
        text += QStringLiteral("answer,%1,%2,%3,%4\n")
                    .arg(number.id, csvNumber(number.untouched), csvNumber(number.edited),
                         csvNumber(number.edited - number.untouched));
    return text;
}

} // namespace gatescope
