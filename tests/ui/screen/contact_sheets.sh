#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: contact_sheets.sh FOLDER [LOOK[-LANGUAGE[-SIZE]]]...
# Pictures of every screen, menu, dialog, empty state, refusal and message in FOLDER/LOOK-LANGUAGE-SIZE, and in FOLDER
# sheets of nine of them side by side, to be looked at one by one. Looks: light dark contrast lightcontrast; languages:
# en de; sizes: 1440x900 1024x768 800x600; all 24 of them without an argument, and what is left out of one is all.
# Needs ImageMagick and a release build with its walks; the pictures do not belong into the repository.
set -euo pipefail
folder=$(mkdir -p "${1:?usage: contact_sheets.sh FOLDER [LOOK[-LANGUAGE[-SIZE]]]...}" && cd "$1" && pwd)
shift
cd "$(dirname "$(readlink -f "$0")")/../../.."
wanted=("$@")
[ ${#wanted[@]} -gt 0 ] || wanted=('')
is_wanted() {
    local one
    for one in "${wanted[@]}"; do
        [[ -z $one || $1 == "$one" || $1 == "$one"-* ]] && return 0
    done
    return 1
}
failed=()
for language in en de; do
    for look in light dark contrast lightcontrast; do
        for size in 1440x900 1024x768 800x600; do
            name=$look-$language-$size
            is_wanted "$name" || continue
            pictures=$folder/$name
            rm -rf "$pictures" "$pictures"-*.png
            mkdir -p "$pictures"
            GATESCOPE_SHEETS=$pictures GATESCOPE_LOOK=$look GATESCOPE_SIZE=$size GATESCOPE_SHEETS_LANGUAGE=$language \
                build/release/tests/ui/gatescope_walk_tests --gtest_also_run_disabled_tests \
                --gtest_filter='ContactSheet.*' --gtest_brief=1 || failed+=("$name")
            all=("$pictures"/*.png)
            for ((first = 0; first < ${#all[@]}; first += 9)); do
                montage -font "$(fc-match -f '%{file}' sans)" -label '%t' "${all[@]:first:9}" -tile 3x3 -geometry '900x640>+6+6' -background '#8090a0' \
                    "$folder/$name-$(printf '%02d' $((first / 9 + 1))).png"
            done
            echo "$name: ${#all[@]} pictures in $pictures"
        done
    done
done
echo "$(find "$folder" -maxdepth 1 -name '*.png' | wc -l) sheets in $folder"
if [ ${#failed[@]} -gt 0 ]; then
    echo "not complete: ${failed[*]}" >&2
    exit 1
fi
