#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs all tests. Arguments go to ctest, e.g. -R Trainer.
# A second call builds only what changed and needs no network.
set -euo pipefail
top=$(dirname "$(dirname "$(readlink -f "$0")")")
cd "$top"
build=build/release

app/install-packages.sh build test
werror=OFF
[ "${CI:-}" != true ] || werror=ON
if ! [ -f $build/build.ninja ] || ! grep -q '^GATESCOPE_TESTS:BOOL=ON$' $build/CMakeCache.txt \
    || ! grep -q "^GATESCOPE_WERROR:BOOL=$werror$" $build/CMakeCache.txt; then
    cmake --preset release -DGATESCOPE_TESTS=ON -DGATESCOPE_WERROR=$werror --log-level=NOTICE
fi
cmake --build --preset release -- --quiet
[ ! -x tests/reference/fetch_corpora.sh ] || tests/reference/fetch_corpora.sh

# The last lines are ctest's own count of the tests passed and failed.
exec ctest --preset release --no-tests=error -j "$(nproc)" "$@"
