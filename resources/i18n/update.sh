#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the lists of words up to date with the sources, and names what lacks a translation:
#   resources/i18n/update.sh [BUILD]     BUILD: build/release, whose gatescope-core-words tells the words of core's tables
# With --check it writes nothing, and fails when a list is behind the sources or a translation is missing.
set -euo pipefail
cd "$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")"
check=
if [ "${1:-}" = --check ]; then
    check=yes
    shift
fi
build=${1:-build/release}
here=resources/i18n
lupdate=$(command -v /usr/lib/qt6/bin/lupdate || command -v lupdate6 || true)
if [ -z "$lupdate" ]; then
    echo "lupdate is not there: install the package qt6-l10n-tools" >&2
    exit 77 # for a test: left out
fi

out=$here
if [ -n "$check" ]; then
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
    cp $here/*.ts $here/core_words.cpp "$out"
fi
words=$build/resources/gatescope-core-words
if [ -z "$check" ]; then
    cmake --build "$build" --target gatescope-core-words
fi
if [ -x "$words" ]; then
    "$words" resources > "$out/words" && mv "$out/words" "$out/core_words.cpp"
else
    echo "$words is not there: the words of core's tables stay as they were" >&2
fi

# The sources' folder is named from here: lupdate finds the classes by their headers.
"$lupdate" -silent -no-obsolete -no-ui-lines -locations none -I . ui "$out/core_words.cpp" -ts "$out/gatescope_de.ts"
"$lupdate" -silent -no-obsolete -no-ui-lines -locations none -pluralonly -I . ui "$out/core_words.cpp" \
    -ts "$out/gatescope_en.ts"
/usr/bin/python3 $here/check_words.py "$out/gatescope_de.ts" "$out/gatescope_en.ts"
if [ -n "$check" ]; then
    for file in core_words.cpp gatescope_de.ts gatescope_en.ts; do
        cmp "$here/$file" "$out/$file" || { echo "$here/$file is behind the sources: run $here/update.sh" >&2; exit 1; }
    done
fi
