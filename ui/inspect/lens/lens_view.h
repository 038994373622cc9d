// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/convention/convention.h"
#include "ui/inspect/shown/inspect_view.h"

#include <QImage>

namespace gatescope {

/// The cursor's layer as PyTorch, Keras, ONNX or the textbook writes the same trained weights: equations, gate order,
/// shapes and biases; and the number of parameters, term by term.
class LensView final : public InspectView {
    Q_OBJECT

public:
    explicit LensView(Inspection &inspection, QWidget *parent = nullptr);

    void setConvention(Convention convention);
    Convention convention() const { return m_convention; }

    QString csv() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    void runChanged() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Page;

    const ConventionView &written() const;
    void drawAll(Page &page) const;
    void drawTensors(Page &page) const;
    void drawCount(Page &page) const;
    QImage thumbnail(const RowMajorMatrix<double> &values) const;

    Convention m_convention = Convention::PyTorch;
    mutable ConventionView m_written;
    mutable Index m_layer = -1; ///< of m_written; −1: none
};

} // namespace gatescope
