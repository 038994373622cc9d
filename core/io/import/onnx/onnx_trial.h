// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/evaluate/graph_evaluator.h"
#include "core/io/import/onnx/onnx_windows.h"

#include <array>
#include <functional>

namespace gatescope {

/// One evaluation of a graph on windows.
struct OnnxTrial {
    WindowSizes sizes;
    Matrix<double> window; ///< (I × T·N)
    GraphValues given;     ///< the graph's inputs
    GraphValues values;    ///< everything on the way to what was asked for
};

/// The graph's inputs: one carries the windows, any others (an initial state, lengths of sequences) are given what
/// means "from zero" and "to the end".
class OnnxInputs {
public:
    /// @param order of the axes of the input that carries the windows @param features of it, 0 where it does not say
    OnnxInputs(const GraphEvaluator &evaluator, std::size_t windowInput, std::string_view order, Index features);

    std::string_view order() const { return m_order; }
    Index features() const { return m_features; }
    /// Bit of the values that are made of the windows.
    std::uint64_t windowSource() const { return std::uint64_t{1} << m_windowInput; }
    /// Sizes of the two trials; the same twice where the graph declares them. @throws DataError if they are immense
    WindowSizes sizes(int trial) const;
    GraphValues given(const Matrix<double> &window, WindowSizes sizes) const;
    /// Evaluates the graph on windows of the trial's sizes: `column` fills one column of the window.
    OnnxTrial run(int trial, const std::vector<std::string> &targets,
                  const std::function<Vector<double>()> &column) const;

private:
    GraphTensor otherInput(const OnnxValue &input, WindowSizes sizes) const;

    const GraphEvaluator &m_evaluator;
    std::size_t m_windowInput;
    std::string_view m_order;
    Index m_features;
};

} // namespace gatescope
