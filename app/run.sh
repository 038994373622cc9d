#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens GateScope on its bundled data. Arguments go to the program.
# Without a display it trains on the same data in the terminal and leaves the model, its history and pictures of the
# live views in output/ (or in the folder that GATESCOPE_OUTPUT names).
set -euo pipefail
top=$(dirname "$(dirname "$(readlink -f "$0")")")
cd "$top"
build=build/release

app/install-packages.sh build
# The tests are left out unless tests/run.sh has already asked for them in this build folder.
[ -f $build/build.ninja ] || cmake --preset release -DGATESCOPE_TESTS=OFF --log-level=NOTICE
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    cmake --build --preset release --target gatescope -- --quiet
    exec $build/app/gui/gatescope "$@"
fi

cmake --build --preset release --target gatescope gatescope-cli -- --quiet
output=${GATESCOPE_OUTPUT:-$top/output}
mkdir -p "$output/pictures"
echo "No display: training in the terminal on the bundled data."
# The first data set of resources/datasets/manifest.json with its options: what the window opens with.
series=resources/datasets/seattle-daily.csv
columns=temp_max,temp_min,precipitation,wind
$build/app/cli/gatescope-cli train $series --target $columns --features $columns --time date --window 28 \
    --layers 1 --hidden 16 --lr 0.005 --epochs 60 --early-stop 10 \
    --out "$output/model.safetensors" --history "$output/history.csv"
$build/app/cli/gatescope-cli evaluate "$output/model.safetensors" $series
QT_QPA_PLATFORM=offscreen $build/app/gui/gatescope --pictures "$output/pictures"
echo "Left in $output:"
(cd "$output" && find . -type f -newer "$top/$build/build.ninja" | sort | sed 's|^\./|  |')
