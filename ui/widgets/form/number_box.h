// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>
#include <QSpinBox>

#include <utility>

namespace gatescope {

inline constexpr QChar kMinusSign(0x2212);

/// A spin box that writes a minus as all labels do (U+2212); a hyphen that is typed or pasted becomes one.
template <typename Box>
class NumberBox : public Box {
public:
    using Box::Box;

    QString textFromValue(decltype(std::declval<const Box &>().value()) value) const override
    {
        return Box::textFromValue(value).replace(QLatin1Char('-'), kMinusSign);
    }

    decltype(std::declval<const Box &>().value()) valueFromText(const QString &text) const override
    {
        return Box::valueFromText(hyphened(text));
    }

    QValidator::State validate(QString &text, int &position) const override
    {
        text = hyphened(text);
        const QValidator::State state = Box::validate(text, position);
        const qsizetype first = this->prefix().size();
        if (first < text.size() - this->suffix().size() && text[first] == QLatin1Char('-'))
            text[first] = kMinusSign;
        return state;
    }

private:
    static QString hyphened(QString text) { return text.replace(kMinusSign, QLatin1Char('-')); }
};

using IntegerBox = NumberBox<QSpinBox>;
using DecimalBox = NumberBox<QDoubleSpinBox>;

} // namespace gatescope
