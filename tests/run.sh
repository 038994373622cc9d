#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs the tests, but for those that walk through the whole screen or kill the programs
# at random: they take as long as all others, and .ci/run asks for them. Arguments go to ctest instead, e.g. -R Trainer, or
# -L walk for just those; with arguments all are built. A second call builds only what changed and needs no network. With
# CI=true warnings are errors.
set -euo pipefail
top=$(dirname "$(dirname "$(readlink -f "$0")")")
cd "$top"
build=build/release

app/install-packages.sh build test
tests/reference/fetch_corpora.sh

werror=OFF
[ "${CI:-}" != true ] || werror=ON
is_set() { grep -qs "^$1:[A-Z]*=$2\$" $build/CMakeCache.txt; }
# Walks that were asked for before in this build folder stay in it.
walks=OFF
if [ $# -gt 0 ] || { is_set GATESCOPE_TESTS ON && is_set GATESCOPE_WALKS ON; }; then walks=ON; fi
[ -f $build/build.ninja ] && is_set GATESCOPE_TESTS ON && is_set GATESCOPE_WALKS $walks && is_set GATESCOPE_WERROR $werror \
    || cmake --preset release -DGATESCOPE_TESTS=ON -DGATESCOPE_WALKS=$walks -DGATESCOPE_WERROR=$werror --log-level=NOTICE
cmake --build --preset release -- --quiet

# The last lines are ctest's own count of the tests that passed and failed.
[ $# -gt 0 ] || set -- -LE walk
exec ctest --preset release --no-tests=error -j "$(nproc)" "$@"
