// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QRectF>
#include <QSize>
#include <QString>

#include <memory>
#include <vector>

class QWidget;

namespace gatescope {

/// A piece of text as a widget drew it.
struct DrawnText {
    QString text;
    QRectF ink;  ///< what its letters cover, in the widget's coordinates
    QRectF clip; ///< what may be seen of it there
    /// Whether some of its letters are outside of what may be seen.
    bool isCut() const { return !clip.adjusted(-1.5, -1.5, 1.5, 1.5).contains(ink); }
};

/// A picture of nothing but words: what is painted onto it is forgotten, save the texts that can be seen.
class TextDevice : public QPaintDevice {
public:
    explicit TextDevice(const QSize &size);
    ~TextDevice() override;

    QPaintEngine *paintEngine() const override;
    const std::vector<DrawnText> &texts() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

/// Lets a widget draw itself, without its children, and writes down every text with its place: what a person reads
/// there, whether it is a label, a button, a plot or drawn by hand.
std::vector<DrawnText> drawnTexts(QWidget &widget);

} // namespace gatescope
