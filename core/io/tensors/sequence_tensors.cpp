// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/sequence_tensors.h"

#include "core/ascii.h"
#include "core/error.h"
#include "core/io/tensors/npz.h"

#include <algorithm>

namespace gatescope {

namespace {

std::string lowerExtension(const std::filesystem::path &path)
{
    return lowered(path.extension().string());
}

[[noreturn]] void wrongShape(const std::string &source, const NamedTensor &tensor, const std::string &expected)
{
    throw DataError(quoted(source) + ": tensor " + quoted(tensor.name) + " is " + tensor.shapeText() + ", expected "
                    + expected);
}

void checkFloating(const std::string &source, const NamedTensor &tensor)
{
    if (!isFloating(tensor.dtype))
        throw DataError(quoted(source) + ": tensor " + quoted(tensor.name) + " holds "
                        + std::string(dtypeName(tensor.dtype))
                        + ", expected F32 or F64; convert it, e.g. with astype('float32')");
}

void checkShapes(const TensorFile &file, const std::string &source)
{
    const NamedTensor *x = file.find("x");
    if (!x)
        throw DataError(quoted(source) + " holds no tensor \"x\" (sequences × steps × features)");
    if (x->shape.size() != 3)
        wrongShape(source, *x, "sequences × steps × features");
    if (std::ranges::find(x->shape, 0) != x->shape.end())
        wrongShape(source, *x, "at least one sequence, step and feature");
    checkFloating(source, *x);
    const NamedTensor *y = file.find("y");
    if (y == nullptr)
        return;
    const std::string sequences = std::to_string(x->shape[0]);
    const bool eachStep = y->shape.size() == 3;
    if (y->shape.empty() || y->shape.size() > 3 || y->shape[0] != x->shape[0]
        || (y->shape.size() > 1 && y->shape.back() == 0) || (eachStep && y->shape[1] != x->shape[1]))
        wrongShape(source, *y,
                   sequences + " × outputs, a row for each sequence of x, or " + sequences + " × "
                       + std::to_string(x->shape[1]) + " × outputs, one for each step");
}

} // namespace

bool namesTensorFile(const std::filesystem::path &path)
{
    const std::string extension = lowerExtension(path);
    return extension == ".npz" || extension == ".safetensors";
}

TensorFile readSequenceFile(const std::string &source)
{
    return readTensorFile(source, [&](const TensorFile &heads) { checkShapes(heads, source); });
}

template <typename Scalar>
SequenceTensors<Scalar> sequenceTensors(const TensorFile &file, const std::string &source)
{
    checkShapes(file, source);
    const NamedTensor *x = file.find("x");
    SequenceTensors<Scalar> tensors{x->shape[0], x->shape[1], x->shape[2], 0, tensorValues<Scalar>(*x), {}, false};
    if (const NamedTensor *y = file.find("y")) {
        tensors.outputs = y->shape.size() >= 2 ? y->shape.back() : 1;
        tensors.targetEachStep = y->shape.size() == 3;
        tensors.y = tensorValues<Scalar>(*y);
    }
    return tensors;
}

template SequenceTensors<float> sequenceTensors(const TensorFile &, const std::string &);
template SequenceTensors<double> sequenceTensors(const TensorFile &, const std::string &);

} // namespace gatescope
