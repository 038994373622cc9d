#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the package, installs it into a folder of its own and unpacks the .deb beside it, and proves of both: the loader
# takes the best instruction set that the processor has, every one computes the same, and the window finds its data.
# With --core-tests core's tests run on each instruction set too; with --no-window it does without Qt; with --twice the
# package is built again in another folder and has to have the same bytes. Anything else goes to CMake, e.g. -DGATESCOPE_VARIANTS=v3.
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
cd "$top"
build=$top/build/package
core_tests=OFF
window=ON
twice=OFF
options=()
for argument in "$@"; do
    case $argument in
        --core-tests) core_tests=ON ;;
        --no-window) window=OFF ;;
        --twice) twice=ON ;;
        *) options+=("$argument") ;;
    esac
done

app/install-packages.sh build package
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
cmake --preset package -DGATESCOPE_TESTS=$core_tests -DGATESCOPE_UI=$window --log-level=NOTICE "${options[@]}"
targets=(gatescope-cli)
[ $window = OFF ] || targets+=(gatescope)
[ $core_tests = OFF ] || targets+=(gatescope_core_tests)
cmake --build --preset package --target "${targets[@]}" -- --quiet

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
check() { # check WHAT COMMAND…: runs the command quietly, says how it went
    local what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        echo "ok: $what"
    else
        echo "FAILED: $what"
        sed 's/^/    /' "$work/said" | tail -20
        failures=$((failures + 1))
    fi
}

echo "Installed with cmake --install:"
check "it installs" cmake --install "$build" --prefix "$work/prefix"

# What both the package and the processor have, best first, and what hides the better part from the loader.
levels=(baseline)
for level in v3 v4; do
    if [ -d "$work/prefix/lib/gatescope/glibc-hwcaps/x86-64-$level" ] \
        && /lib64/ld-linux-x86-64.so.2 --help | grep -q "x86-64-$level (supported"; then
        levels=("$level" "${levels[@]}")
    fi
done
best=${levels[0]}
declare -A hidden=(
    [v4]=""
    [v3]="glibc.cpu.hwcaps=-AVX512F,-AVX512BW,-AVX512CD,-AVX512DQ,-AVX512VL"
    [baseline]="glibc.cpu.hwcaps=-AVX512F,-AVX512BW,-AVX512CD,-AVX512DQ,-AVX512VL,-AVX2,-FMA"
)
hidden[$best]=""

library_of() { # where a program's core came from, as the loader tells it
    LD_DEBUG=libs "$@" 2>&1 >/dev/null | sed -n 's/.*calling init: \(.*libgatescope_core\.so\.0\)$/\1/p' | xargs realpath
}
expected_library() { # expected_library PREFIX LEVEL
    [ "$2" = baseline ] && echo "$1/lib/gatescope/libgatescope_core.so.0" \
        || echo "$1/lib/gatescope/glibc-hwcaps/x86-64-$2/libgatescope_core.so.0"
}
train() { # train PREFIX LEVEL: a short training on bundled data, its losses and predictions left in $work
    local data=$1/share/gatescope/datasets/sunspots.csv model=$work/$2.safetensors
    local column
    column=$(head -1 "$data" | tr -d '\r' | awk -F, '{ print $NF }')
    GLIBC_TUNABLES=${hidden[$2]} "$1/bin/gatescope-cli" train "$data" --target "$column" --window 24 --epochs 3 --batch 16 \
        --hidden 24 --out "$model" --history "$work/$2.history.csv" &&
    GLIBC_TUNABLES=${hidden[$2]} "$1/bin/gatescope-cli" predict "$model" "$data" --out "$work/$2.csv"
}
alike() { # alike FILE FILE: the same text, numbers within 1e-5 of each other
    /usr/bin/python3 - "$1" "$2" <<'PYTHON'
import csv, sys
first, second = ([row for row in csv.reader(open(name))] for name in sys.argv[1:])
def number(text):
    try:
        return float(text)
    except ValueError:
        return None
worst = 0.0
assert len(first) == len(second) > 10, "another number of rows"
for a, b in zip(first, second):
    assert len(a) == len(b), "another number of columns"
    for x, y in zip(a, b):
        if number(x) is None or number(y) is None:
            assert x == y, f"{x} is not {y}"
        else:
            worst = max(worst, abs(number(x) - number(y)) / max(1.0, abs(number(x))))
print("worst difference", worst)
assert worst <= 1e-5, f"differ by {worst}"
PYTHON
}
completes() { # completes PREFIX: what a shell offers, without a terminal
    bash -c "set -eu; source '$1/share/bash-completion/completions/gatescope-cli'
        COMP_WORDS=(gatescope-cli pre) COMP_CWORD=1; _gatescope_cli; [ \"\${COMPREPLY[*]}\" = predict ]
        COMP_WORDS=(gatescope-cli train --los) COMP_CWORD=2; _gatescope_cli; [[ \" \${COMPREPLY[*]} \" = *' --loss '* ]]
        COMP_WORDS=(gatescope-cli train --formulation reset-b) COMP_CWORD=3; _gatescope_cli
        [ \"\${COMPREPLY[*]}\" = reset-before ]"
}
check_tree() { # check_tree PREFIX: everything about one installed tree
    local prefix=$1 level
    for level in "${levels[@]}"; do
        check "$level is loaded" test "$(GLIBC_TUNABLES=${hidden[$level]} library_of "$prefix/bin/gatescope-cli" --version)" \
            = "$(expected_library "$prefix" "$level")"
        check "$level is what its kernels say" grep -q "numeric kernels: $level)" \
            <(GLIBC_TUNABLES=${hidden[$level]} "$prefix/bin/gatescope-cli" --version)
        check "$level trains" train "$prefix" "$level"
        check "$level's losses are $best's" alike "$work/$level.history.csv" "$work/$best.history.csv"
        check "$level's predictions are $best's" alike "$work/$level.csv" "$work/$best.csv"
        [ $window = OFF ] || check "$level's window finds its data and trains" env GLIBC_TUNABLES="${hidden[$level]}" \
            XDG_CONFIG_HOME="$work" "$prefix/bin/gatescope" --pictures "$work/pictures" --epochs 1
    done
    check "it has a manual page" bash -c "man --warnings -l '$prefix/share/man/man1/gatescope-cli.1.gz' 2>&1 >/dev/null | (! grep .)"
    check "it has its copyright and its changelog" bash -c "test -s '$prefix/share/doc/gatescope/copyright' \
        && zcat '$prefix/share/doc/gatescope/changelog.gz' | grep -q gatescope"
    check "bash completes its verbs and options" completes "$prefix"
    check "no path of the build is left" bash -c "! grep -rlF '$top' '$prefix'"
    [ $window = ON ] || return 0
    check "the menu entry is valid" desktop-file-validate "$prefix"/share/applications/org.gatescope.GateScope.desktop
    check "the software centre's page is valid" appstreamcli validate --pedantic --no-net "$prefix"/share/metainfo/*.xml
    for size in 16 22 24 32 48 64 128 256 512; do
        check "it has an icon of $size pixels" grep -q " $size x $size," \
            <(file "$prefix/share/icons/hicolor/${size}x$size/apps/org.gatescope.GateScope.png")
    done
    check "the model files' type is known" update-mime-database "$prefix/share/mime"
}

check_tree "$work/prefix"

echo "Unpacked from the .deb:"
rm -f "$build"/gatescope_*.deb
check "it packs" cpack --config "$build/CPackConfig.cmake" -B "$build"
deb=$(echo "$build"/gatescope_*.deb)
check "it unpacks" dpkg -x "$deb" "$work/tree"
check "it depends on the C library" bash -c "dpkg-deb -f '$deb' Depends | grep -q 'libc6 (>='"
[ $window = OFF ] || check "it depends on Qt" bash -c "dpkg-deb -f '$deb' Depends | grep -q 'libqt6widgets6 (>='"
check "its own library is no dependency" bash -c "! dpkg-deb -f '$deb' Depends | grep -q gatescope"
check_tree "$work/tree/usr"

if [ $twice = ON ]; then
    echo "Built again in another folder:"
    again=$top/build/package-again
    cmake --preset package -B "$again" -DGATESCOPE_TESTS=OFF -DGATESCOPE_UI=$window --log-level=NOTICE "${options[@]}"
    cmake --build "$again" --target "${targets[@]}" -- --quiet
    rm -f "$again"/gatescope_*.deb
    check "it packs" cpack --config "$again/CPackConfig.cmake" -B "$again"
    check "it has the same bytes" cmp "$deb" "$again/$(basename "$deb")"
fi

if [ $core_tests = ON ]; then
    echo "Core's tests:"
    for level in "${levels[@]}"; do
        # Without what the tests compile for themselves from headers, always for the baseline, and without the corpora.
        check "$level" env GLIBC_TUNABLES="${hidden[$level]}" "$build/tests/core/gatescope_core_tests" --gtest_brief=1 \
            --gtest_filter='-*Activations*:*PackedMatrix*:CsvSpectrum.*:PapaParseCases.*'
    done
fi
[ $failures -eq 0 ] || { echo "$failures checks failed"; exit 1; }
echo "All checks passed."
