// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/gradient/lag_profile.h"

namespace gatescope {

Index LagProfile::reach(double share) const
{
    for (Index lag = relative.size() - 1; lag > 0; --lag) {
        if (relative(lag) >= share)
            return lag;
    }
    return 0;
}

template <typename Scalar>
LagProfile lagProfile(const Vector<Scalar> &gradientNorms)
{
    LagProfile profile;
    profile.norm = gradientNorms.reverse().template cast<double>();
    profile.relative = Vector<double>::Zero(profile.norm.size());
    if (profile.norm.size() > 0 && profile.norm(0) > 0.0)
        profile.relative = profile.norm / profile.norm(0);
    return profile;
}

template LagProfile lagProfile(const Vector<float> &);
template LagProfile lagProfile(const Vector<double> &);

} // namespace gatescope
