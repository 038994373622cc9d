// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form/quiet_label.h"

#include <optional>

namespace gatescope {

class RunShelf;
class Shelf;

/// What a mistake on purpose gained: two runs that differ in nothing but leakage.
struct LeakageGain {
    bool shuffled = false;
    bool scaled = false;
    double honest = 0.0; ///< lowest validation loss
    double leaked = 0.0;
};

/// Of the newest run with leakage that has an honest twin on the shelf; nothing without one.
std::optional<LeakageGain> leakageGain(const Shelf &shelf);

/// Says it in a sentence, as long as the shelf has such a pair; else how to come to one.
class LeakageTally : public QuietLabel {
    Q_OBJECT

public:
    explicit LeakageTally(const RunShelf &shelf, QWidget *parent = nullptr);

private:
    void show(const Shelf &shelf);
};

} // namespace gatescope
