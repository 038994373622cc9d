// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/export/formats.h"

namespace gatescope {

/// What reading an exported file back and running both networks showed.
struct VerifyReport {
    std::string format;  ///< id of the format it was recognised as
    Index sequences = 0; ///< of the test window
    Index steps = 0;
    Index parameters = 0;
    double largestOutput = 0.0;    ///< |y| of the model, to judge the difference by
    double outputDifference = 0.0; ///< the largest |y_model − y_export| over the test window, in double precision
    double weightDifference = 0.0; ///< the largest difference of two weights
    double tolerance = 0.0;
    bool equal = false; ///< outputDifference is within the tolerance
    std::vector<std::string> notes;
};

/// A window of standard normal inputs, the same every time: (I × T·B), column t·B + b.
Matrix<double> testWindow(Index inputs, Index steps, Index sequences);

/// The outputs (O × B) of a model over a window, computed in double.
Matrix<double> windowOutputs(const ModelFile &model, const Matrix<double> &window, Index sequences);

/// The id of the format a file or folder is written in, by its content.
/// @throws DataError if it is none of them; IoError if it cannot be read
std::string_view recogniseExport(const std::filesystem::path &path);

/// Reads an export back and compares it with the model it was made of.
/// @throws DataError if it cannot be understood or has another shape than the model; IoError
VerifyReport verifyExport(const ModelFile &model, const std::filesystem::path &path);

} // namespace gatescope
