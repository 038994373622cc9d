// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/short_number.h"

#include "core/inspect/labels.h"

#include <QObject>
#include <QRegularExpression>

#include <cmath>

namespace gatescope {

namespace {

QString superscript(int exponent)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += digits.at(digit.digitValue());
    return text;
}

} // namespace

QString withPowerOfTen(const QString &mantissa, int exponent)
{
    return mantissa + QStringLiteral("·10") + superscript(exponent);
}

QString shortNumber(double value)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? QObject::tr("no number") : value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double size = std::abs(value);
    QString text;
    if (size == 0.0 || (size >= 1e-3 && size < 1e5)) {
        text =
            size < 9999.5 ? QString::number(size, 'g', 4) : QString::number(size, 'f', 0); // 'g' has an exponent then
    } else {
        const int exponent = static_cast<int>(std::floor(std::log10(size) + 1e-12));
        const QString mantissa = QString::number(size / std::pow(10.0, exponent), 'g', 3);
        text = mantissa == QLatin1String("1") ? QStringLiteral("10") + superscript(exponent)
                                              : withPowerOfTen(mantissa, exponent);
    }
    return value < 0 ? QChar(0x2212) + text : text;
}

QString degreesText(double degrees)
{
    return shortNumber(std::abs(degrees) < 1.0 ? degrees : std::round(10.0 * degrees) / 10.0);
}

QString withShortNumbers(const QString &sentence)
{
    // A name that holds such letters ("1e5_a") is no number.
    static const QRegularExpression written(
        QStringLiteral("(?<![\\w.“\"-])[-−]?\\d+(?:\\.\\d+)?e[-+]?\\d+(?![\\w”\"])"));
    if (!sentence.contains(QLatin1Char('e')))
        return sentence;
    QString said;
    qsizetype done = 0;
    for (auto matches = written.globalMatch(sentence); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        bool isNumber = false;
        const double value = match.captured().replace(QChar(0x2212), QLatin1Char('-')).toDouble(&isNumber);
        said += sentence.mid(done, match.capturedStart() - done) + (isNumber ? shortNumber(value) : match.captured());
        done = match.capturedEnd();
    }
    return said + sentence.mid(done);
}

QString fixedText(double value, int decimals)
{
    return QString::fromStdString(fixedNumber(value, decimals));
}

QString signedText(double value, int decimals)
{
    return QString::fromStdString(signedNumber(value, decimals));
}

} // namespace gatescope
