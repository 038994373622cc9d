// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/packed_matrix.h"

#include "core/math/resize.h"

#include <algorithm>
#include <type_traits>

namespace gatescope {

namespace {

/// One tile of C: kVectors vectors × kColumns columns, summed over the depth in registers.
template <typename Scalar, Index kVectors, Index kColumns, bool kDepthContiguous>
[[gnu::always_inline]] inline void tile(Index depth, const Scalar *a, const Scalar *b, Index bStride, Scalar *c,
                                        Index cStride, StoreMode mode, const Scalar *bias)
{
    using Register = typename Simd<Scalar>::Register;
    constexpr Index kWidth = Simd<Scalar>::kWidth;
    Register sums[kVectors][kColumns] = {};
    for (Index k = 0; k < depth; ++k) {
        Register column[kVectors];
        for (Index i = 0; i < kVectors; ++i)
            column[i] = loadVector(a + i * kWidth);
        a += kVectors * kWidth;
        for (Index j = 0; j < kColumns; ++j) {
            const Scalar factor = kDepthContiguous ? b[j * bStride + k] : b[k * bStride + j];
            for (Index i = 0; i < kVectors; ++i)
                sums[i][j] += column[i] * factor;
        }
    }
    for (Index j = 0; j < kColumns; ++j) {
        for (Index i = 0; i < kVectors; ++i) {
            Scalar *to = c + j * cStride + i * kWidth;
            if (mode == StoreMode::Add)
                storeVector(to, loadVector(to) + sums[i][j]);
            else
                storeVector(to, bias != nullptr ? Register(sums[i][j] + loadVector(bias + i * kWidth)) : sums[i][j]);
        }
    }
}

/// A lone column of C over kPanels whole panels side by side: enough sums to hide the latency of each.
template <typename Scalar, Index kPanels>
void column(Index depth, const Scalar *a, const Scalar *b, Index bStride, Scalar *c, StoreMode mode, const Scalar *bias)
{
    using Register = typename Simd<Scalar>::Register;
    constexpr Index kWidth = Simd<Scalar>::kWidth, kVectors = PackedMatrix<Scalar>::kPanelVectors;
    const Index panelSize = kVectors * kWidth * depth;
    Register sums[kPanels * kVectors] = {};
    for (Index k = 0; k < depth; ++k) {
        const Scalar factor = b[k * bStride];
        for (Index i = 0; i < kPanels * kVectors; ++i)
            sums[i] += loadVector(a + i / kVectors * panelSize + (k * kVectors + i % kVectors) * kWidth) * factor;
    }
    for (Index i = 0; i < kPanels * kVectors; ++i) {
        Scalar *to = c + i * kWidth;
        if (mode == StoreMode::Add)
            storeVector(to, loadVector(to) + sums[i]);
        else
            storeVector(to, bias != nullptr ? Register(sums[i] + loadVector(bias + i * kWidth)) : sums[i]);
    }
}

template <typename Scalar, Index kVectors, bool kDepthContiguous>
void panel(Index depth, const Scalar *a, const Scalar *b, Index bStride, Index columns, Scalar *c, Index cStride,
           StoreMode mode, const Scalar *bias)
{
    constexpr Index kTile = PackedMatrix<Scalar>::kTileColumns;
    const Index bColumn = kDepthContiguous ? bStride : 1;
    Index j = 0;
    for (; j + kTile <= columns; j += kTile)
        tile<Scalar, kVectors, kTile, kDepthContiguous>(depth, a, b + j * bColumn, bStride, c + j * cStride, cStride,
                                                        mode, bias);
    if constexpr (kTile > 4) {
        for (; j + 4 <= columns; j += 4)
            tile<Scalar, kVectors, 4, kDepthContiguous>(depth, a, b + j * bColumn, bStride, c + j * cStride, cStride,
                                                        mode, bias);
    }
    for (; j < columns; ++j)
        tile<Scalar, kVectors, 1, kDepthContiguous>(depth, a, b + j * bColumn, bStride, c + j * cStride, cStride, mode,
                                                    bias);
}

} // namespace

template <typename Scalar>
void PackedMatrix<Scalar>::reshape(Index rows, Index depth)
{
    m_rows = rows;
    m_depth = depth;
    if (m_data.size() < rows * depth)
        gatescope::reshape(m_data, rows * depth);
}

template <typename Scalar>
void PackedMatrix<Scalar>::resize(Index rows, Index depth)
{
    reshape(rows, depth);
    m_data.head(rows * depth).setZero();
}

template <typename Scalar>
void PackedMatrix<Scalar>::pack(const Scalar *source, Index rowStride, Index depthStride, Index rows, Index depth,
                                Index firstRow, Index firstDepth)
{
    constexpr Index kWidth = Simd<Scalar>::kWidth;
    constexpr Index kPanelRows = kPanelVectors * kWidth;
    for (Index row = 0; row < rows; row += kWidth) {
        const Index valid = std::min(kWidth, rows - row);
        const Index panelIndex = (firstRow + row) / kPanelRows;
        const Index panelStart = panelIndex * kPanelRows;
        const Index panelRows = std::min(kPanelRows, m_rows - panelStart);
        const Index lane = firstRow + row - panelStart;
        for (Index k = 0; k < depth;) {
            const Index block = (firstDepth + k) / kDepthBlock * kDepthBlock;
            const Index blockDepth = std::min(kDepthBlock, m_depth - block);
            const Index end = std::min(depth, block + blockDepth - firstDepth);
            Scalar *to =
                m_data.data() + block * m_rows + panelStart * blockDepth + (firstDepth + k - block) * panelRows + lane;
            const Scalar *from = source + row * rowStride + k * depthStride;
            if (rowStride == 1 && valid == kWidth) {
                for (; k < end; ++k, to += panelRows, from += depthStride)
                    storeVector(to, loadVector(from));
            } else {
                for (; k < end; ++k, to += panelRows, from += depthStride) {
                    for (Index i = 0; i < kWidth; ++i)
                        to[i] = i < valid ? from[i * rowStride] : Scalar(0);
                }
            }
        }
    }
}

template <typename Scalar>
template <bool kDepthContiguous>
void PackedMatrix<Scalar>::multiplyBlock(Index firstDepth, Index depth, const Scalar *b, Index bStride, Index columns,
                                         Scalar *c, Index cStride, StoreMode mode, const Scalar *bias) const
{
    constexpr Index kWidth = Simd<Scalar>::kWidth;
    constexpr Index kPanelRows = kPanelVectors * kWidth;
    const Scalar *block = m_data.data() + firstDepth * m_rows;
    Index row = 0;
    if (columns == 1) {
        const auto panels = [&]<Index kPanels>(std::integral_constant<Index, kPanels>) {
            for (; row + kPanels * kPanelRows <= m_rows; row += kPanels * kPanelRows)
                column<Scalar, kPanels>(depth, block + row * depth, b, kDepthContiguous ? 1 : bStride, c + row, mode,
                                        bias != nullptr ? bias + row : nullptr);
        };
        panels(std::integral_constant<Index, 4>());
        panels(std::integral_constant<Index, 2>());
    }
    for (; row < m_rows; row += kPanelRows) {
        const Index vectors = std::min(kPanelVectors, (m_rows - row) / kWidth);
        const Scalar *a = block + row * depth;
        const Scalar *rowBias = bias != nullptr ? bias + row : nullptr;
        if (vectors == 3)
            panel<Scalar, 3, kDepthContiguous>(depth, a, b, bStride, columns, c + row, cStride, mode, rowBias);
        else if (vectors == 2)
            panel<Scalar, 2, kDepthContiguous>(depth, a, b, bStride, columns, c + row, cStride, mode, rowBias);
        else
            panel<Scalar, 1, kDepthContiguous>(depth, a, b, bStride, columns, c + row, cStride, mode, rowBias);
    }
}

template <typename Scalar>
void PackedMatrix<Scalar>::multiply(const Scalar *b, Index bDepthStride, Index bColumnStride, Index columns, Scalar *c,
                                    Index cStride, StoreMode mode, const Scalar *bias) const
{
    for (Index first = 0; first < m_depth; first += kDepthBlock) {
        const Index depth = std::min(kDepthBlock, m_depth - first);
        const Scalar *from = b + first * bDepthStride;
        if (bDepthStride == 1)
            multiplyBlock<true>(first, depth, from, bColumnStride, columns, c, cStride, mode, bias);
        else
            multiplyBlock<false>(first, depth, from, bDepthStride, columns, c, cStride, mode, bias);
        mode = StoreMode::Add;
    }
}

template class PackedMatrix<float>;
template class PackedMatrix<double>;

} // namespace gatescope
