// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// @brief Writes and reads tensors of a model file's training part whose names begin alike, with what is expected of
/// each.
class TrainingTensors {
public:
    /// @param prefix  of the names, e.g. "history."
    /// @param what  they hold, and `cure`, what to do where they are damaged: for the errors, which are DataError
    TrainingTensors(std::string_view prefix, std::string_view what, std::string_view cure);

    template <typename T>
    void add(ModelFile &model, std::string_view name, std::vector<std::int64_t> shape, const std::vector<T> &flat) const
    {
        model.training.push_back(makeTensor<T>(m_prefix + std::string(name), std::move(shape), flat));
    }

    template <typename T>
    void addVector(ModelFile &model, std::string_view name, const std::vector<T> &flat) const
    {
        add(model, name, {static_cast<std::int64_t>(flat.size())}, flat);
    }

    /// Null where there is none.
    const NamedTensor *find(const ModelFile &model, std::string_view name) const;

    /// @param least, most  how many values it may have; checked before anything is allocated
    template <typename T>
    std::vector<T> values(const ModelFile &model, std::string_view name, std::size_t least, std::size_t most) const
    {
        return tensorValues<T>(checked(model, name, least, most));
    }

    template <typename T>
    std::vector<T> values(const ModelFile &model, std::string_view name, std::size_t count) const
    {
        return values<T>(model, name, count, count);
    }

    /// However many there are.
    template <typename T>
    std::vector<T> values(const ModelFile &model, std::string_view name) const
    {
        return values<T>(model, name, 0, std::numeric_limits<std::size_t>::max());
    }

    /// Takes all that begin with the prefix out of the file.
    void clear(ModelFile &model) const;

    [[noreturn]] void refuse(std::string_view name, const std::string &why) const;

private:
    const NamedTensor &checked(const ModelFile &model, std::string_view name, std::size_t least,
                               std::size_t most) const;

    std::string m_prefix, m_what, m_cure;
};

} // namespace gatescope
