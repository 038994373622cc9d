// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/text/text_scores_view.h"

#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace gatescope {

namespace {

constexpr int kParts = 3; ///< training, validation, test
constexpr const char *kPartIds[kParts] = {"train", "validation", "test"};

QString nameOf(const TextScore &score)
{
    return score.id == "model" ? TextScoresView::tr("the network") : coreWords(score.name);
}

} // namespace

TextScoresView::TextScoresView(QWidget *parent)
    : PaintedView(tr("Scores of the text"), QStringLiteral("text-scores"), parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleDescription(
        tr("Bits a character, perplexity and accuracy of the network and of counting characters."));
    setEmptyText(tr("Computing the scores …"));
}

QSize TextScoresView::minimumSizeHint() const
{
    return {280, static_cast<int>(QFontMetricsF(themeFont(TextRole::Body)).height() * 9)};
}

void TextScoresView::setScores(const std::array<TextPartScores, 4> &parts, const QString &caption)
{
    m_parts = parts;
    setCaption(caption);
    setEmptyText(parts.front().empty() ? tr("Computing the scores …") : QString());
    update();
}

void TextScoresView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont plain = themeFont(TextRole::Body);
    QFont bold = plain;
    bold.setBold(true);
    const double line = QFontMetricsF(plain).height() + 6;
    const double nameWidth = QFontMetricsF(bold).horizontalAdvance(tr("two characters before")) + 20;
    const double wide = std::max((size.width() - nameWidth - 24) / kParts, 60.0);
    const QString titles[kParts] = {tr("training"), tr("validation"), tr("test")};
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    for (int part = 0; part < kParts; ++part)
        painter.drawText(QRectF(12 + nameWidth + part * wide, 4, wide, line), Qt::AlignRight | Qt::AlignVCenter,
                         titles[part]);
    const std::size_t rows = m_parts.front().size();
    for (std::size_t row = 0; row < rows; ++row) {
        const double y = 4 + line + static_cast<double>(row) * 1.8 * line;
        painter.setFont(row == 0 ? bold : plain);
        painter.setPen(colors.text);
        painter.drawText(QRectF(12, y, nameWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
                         nameOf(m_parts.front()[row]));
        for (int part = 0; part < kParts; ++part) {
            const TextPartScores &scores = m_parts[static_cast<std::size_t>(part)];
            if (row >= scores.size())
                continue;
            const TextScore &score = scores[row];
            const QRectF area(12 + nameWidth + part * wide, y, wide, line);
            const QString bits = tr("%1 bits").arg(score.bits(), 0, 'f', 3);
            painter.setFont(row == 0 ? bold : plain);
            painter.setPen(colors.text);
            painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, bits);
            painter.setFont(themeFont(TextRole::Caption));
            painter.setPen(colors.muted);
            const QString more = tr("perplexity %1 · %2 % right")
                                     .arg(score.perplexity(), 0, 'f', 2)
                                     .arg(100.0 * score.accuracy, 0, 'f', 1);
            const bool fits = QFontMetricsF(painter.font()).horizontalAdvance(more) < wide - 8;
            painter.drawText(area.translated(0, line * 0.8), Qt::AlignRight | Qt::AlignVCenter,
                             fits ? more : tr("%1 % right").arg(100.0 * score.accuracy, 0, 'f', 1));
            spots.push_back({area.adjusted(0, 0, 0, line * 0.8), tr("%1, %2").arg(nameOf(score), titles[part]), bits,
                             tr("%1 over %2 characters: %3, %4. The fewer bits, the better the next character is told.")
                                 .arg(nameOf(score), countText(score.characters), bits, more)});
        }
    }
}

QString TextScoresView::csv() const
{
    QString text = QStringLiteral("part,who,bits_per_character,perplexity,cross_entropy,accuracy,characters\r\n");
    for (int part = 0; part < kParts; ++part) {
        for (const TextScore &score : m_parts[static_cast<std::size_t>(part)])
            text += QStringLiteral("%1,%2,%3,%4,%5,%6,%7\r\n")
                        .arg(QLatin1String(kPartIds[part]), fromText(score.id), csvNumber(score.bits()),
                             csvNumber(score.perplexity()), csvNumber(score.crossEntropy), csvNumber(score.accuracy))
                        .arg(score.characters);
    }
    return text;
}

} // namespace gatescope
