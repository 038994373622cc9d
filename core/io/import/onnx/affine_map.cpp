// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/affine_map.h"

namespace gatescope {

bool AffineMap::isIdentity() const
{
    return weight.rows() == weight.cols() && weight.isIdentity(0.0) && offset.isZero(0.0);
}

Matrix<double> AffineMap::apply(const Matrix<double> &columns) const
{
    return (weight * columns).colwise() + offset;
}

AffineMap probeAffine(Index sources, const std::function<Vector<double>(const Vector<double> &)> &function)
{
    constexpr double kFar = 1099511627776.0; // 2^40
    AffineMap map;
    map.offset = function(Vector<double>::Zero(sources));
    map.weight.resize(map.offset.size(), sources);
    for (Index source = 0; source < sources; ++source)
        map.weight.col(source) = (function(kFar * Vector<double>::Unit(sources, source)) - map.offset) / kFar;
    return map;
}

void foldIntoInput(ImportedLayer &layer, const AffineMap &map)
{
    const Eigen::Map<const RowMajorMatrix<double>> weight(layer.inputWeight.values.data(), layer.inputWeight.rows,
                                                          layer.inputWeight.columns);
    const RowMajorMatrix<double> folded = weight * map.weight;
    if (!map.offset.isZero(0.0)) {
        layer.inputBias.resize(static_cast<std::size_t>(weight.rows()));
        Eigen::Map<Vector<double>>(layer.inputBias.data(), weight.rows()) += weight * map.offset;
    }
    layer.inputWeight = {folded.rows(), folded.cols(), {folded.data(), folded.data() + folded.size()}};
}

} // namespace gatescope
