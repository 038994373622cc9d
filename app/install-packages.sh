#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages of the named sections of packages.txt that are missing. Needs no network when none is.
# usage: install-packages.sh SECTION...
set -euo pipefail
list="$(dirname "$(readlink -f "$0")")/packages.txt"
missing=()
for section in "$@"; do
    for package in $(awk -v wanted="[$section]" '/^#/ { next } /^\[/ { on = ($0 == wanted); next } on' "$list"); do
        if [ "$package" = npm ] && command -v npm >/dev/null; then continue; fi
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
done
[ ${#missing[@]} -eq 0 ] && exit 0
echo "Installing: ${missing[*]}" >&2
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
