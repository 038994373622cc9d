#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: contact_sheets.sh FOLDER [LOOK]...
# Pictures of every screen, menu, dialog, empty state and message in FOLDER/LOOK-SIZE, and in FOLDER sheets of nine of
# them side by side, to be looked at one by one. Looks: light dark contrast light-contrast; all without one.
# Needs ImageMagick and a release build; the pictures do not belong into the repository.
set -euo pipefail
folder=$(mkdir -p "${1:?usage: contact_sheets.sh FOLDER [LOOK]...}" && cd "$1" && pwd)
shift
cd "$(dirname "$(readlink -f "$0")")/../../.."
looks=("$@")
if [ ${#looks[@]} -eq 0 ]; then looks=(light dark contrast light-contrast); fi
for look in "${looks[@]}"; do
    for size in 1440x900 1024x768 800x600; do
        pictures=$folder/$look-$size
        mkdir -p "$pictures"
        GATESCOPE_SHEETS=$pictures GATESCOPE_LOOK=$look GATESCOPE_SIZE=$size build/release/tests/ui/gatescope_ui_tests \
            --gtest_also_run_disabled_tests --gtest_filter='ContactSheet.*' --gtest_brief=1
        montage -label '%t' "$pictures"/*.png -tile 3x3 -geometry '900x640>+6+6' -background '#8090a0' \
            "$folder/$look-$size.png"
    done
done
ls "$folder"/*.png | wc -l
