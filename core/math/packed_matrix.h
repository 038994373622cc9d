// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/simd.h"

namespace gatescope {

/// What multiply() does with what is already in the result.
enum class StoreMode { Assign, Add };

/// A matrix laid out for fast multiplication from the left: C = A · B.
///
/// A is (M × K), M a multiple of the vector width. Its rows are cut into panels of three vectors (the last panel may
/// have one or two), its depth K into blocks that keep a panel within the first-level cache; inside a panel the rows of
/// one k lie side by side. A tile of three vectors × kTileColumns of C stays in registers over a whole block. B needs
/// no packing: it is read one number at a time and broadcast. A lone column (a sequence that is streamed) goes over
/// several panels at once, with the same bits.
template <typename Scalar>
class PackedMatrix {
public:
    static constexpr Index kPanelVectors = 3;
    static constexpr Index kTileColumns = kVectorBytes == 64 ? 8 : 4;
    static constexpr Index kDepthBlock = 256;

    /// Sets the shape and fills with zeros; allocates only when it grows.
    /// @pre rows is a multiple of the vector width
    void resize(Index rows, Index depth);
    /// The same without the zeros: for a matrix that pack() fills completely.
    void reshape(Index rows, Index depth);
    Index rows() const { return m_rows; }
    Index depth() const { return m_depth; }

    /// Copies a block of a matrix whose element (m, k) is source[m·rowStride + k·depthStride] to (firstRow,
    /// firstDepth).
    /// @pre firstRow is a multiple of the vector width; one of the strides is 1. Rows up to the next multiple become 0.
    void pack(const Scalar *source, Index rowStride, Index depthStride, Index rows, Index depth, Index firstRow = 0,
              Index firstDepth = 0);

    /// C (M × columns, column stride cStride) = or += A · B, B's element (k, j) being b[k·bDepthStride +
    /// j·bColumnStride].
    /// @pre one of B's strides is 1
    /// @param bias (M), added once when mode is Assign; may be null
    void multiply(const Scalar *b, Index bDepthStride, Index bColumnStride, Index columns, Scalar *c, Index cStride,
                  StoreMode mode, const Scalar *bias = nullptr) const;

private:
    template <bool kDepthContiguous>
    void multiplyBlock(Index firstDepth, Index depth, const Scalar *b, Index bStride, Index columns, Scalar *c,
                       Index cStride, StoreMode mode, const Scalar *bias) const;

    Index m_rows = 0;
    Index m_depth = 0;
    Vector<Scalar> m_data;
};

extern template class PackedMatrix<float>;
extern template class PackedMatrix<double>;

} // namespace gatescope
