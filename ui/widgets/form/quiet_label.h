// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gatescope {

/// How a sentence of small type is meant, and so which colour it has.
enum class LabelTone { Muted, Warning, Error };

/// Plain text in small type that wraps and follows the theme: captions, hints, notes.
class QuietLabel : public QLabel {
    Q_OBJECT

public:
    explicit QuietLabel(const QString &text = {}, QWidget *parent = nullptr, LabelTone tone = LabelTone::Muted);

    void setTone(LabelTone tone);
    LabelTone tone() const { return m_tone; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    LabelTone m_tone;
};

} // namespace gatescope
