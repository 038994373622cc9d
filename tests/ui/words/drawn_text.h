// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QSize>
#include <QStringList>

#include <memory>

class QWidget;

namespace gatescope {

class ViewExport;

/// A picture of nothing but words: what is painted onto it is forgotten, save the texts.
class DrawnText : public QPaintDevice {
public:
    explicit DrawnText(const QSize &size);
    ~DrawnText() override;

    QPaintEngine *paintEngine() const override;
    const QStringList &texts() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

/// All that a widget and its children write on the screen, as they stand; a text of several lines is several.
QStringList textsOn(QWidget &widget);
/// All that a view writes when it is exported: axes, legends and marks of plots too.
QStringList textsOf(ViewExport &view, const QSize &size);
/// What a widget and its children say besides: tooltips, names for a screen reader, entries of choices, placeholders.
QStringList textsBeside(const QWidget &widget);

} // namespace gatescope
