#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs clang, builds the fuzzers with address and undefined-behaviour sanitizers, and runs each for a while.
# usage: run.sh [SECONDS] [TARGET...]    default: 60 seconds each of csv, model, npz, onnx, json, lesson, class and text
# What makes a reader fail is left in build/fuzz/found/TARGET: mend the reader and keep the file in corpus/TARGET.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
top=$(dirname "$(dirname "$here")")
cd "$top"
build=$top/build/fuzz
seconds=${1:-60}
[[ $seconds =~ ^[0-9]+$ ]] || { echo "usage: run.sh [SECONDS] [TARGET...]" >&2; exit 2; }
shift $(($# > 0 ? 1 : 0))
targets=("$@")
[ $# -gt 0 ] || targets=(csv model npz onnx json lesson class text)

app/install-packages.sh build fuzz
CXX=clang++-14 cmake --preset core-only -B "$build" -DGATESCOPE_TESTS=OFF -DGATESCOPE_FUZZ=ON -DGATESCOPE_SIMD=v3 \
    -DGATESCOPE_SANITIZE=address,undefined,fuzzer-no-link -DCMAKE_CXX_FLAGS_RELEASE="-O1 -g1" --log-level=NOTICE
cmake --build "$build" --target "${targets[@]/#/gatescope_fuzz_}" -- --quiet

failed=0
for target in "${targets[@]}"; do
    mkdir -p "$build/found/$target" "$build/corpus/$target"
    echo "== $target, $seconds seconds"
    # New inputs go to the first folder; the kept ones are only read.
    nice -n 15 "$build/tests/fuzz/gatescope_fuzz_$target" -max_total_time="$seconds" -max_len=65536 -timeout=10 \
        -rss_limit_mb=1024 -print_final_stats=1 -verbosity=0 -artifact_prefix="$build/found/$target/" \
        "$build/corpus/$target" "$here/corpus/$target" || { failed=1; echo "$target failed: see $build/found/$target" >&2; }
done
exit $failed
