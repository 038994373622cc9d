#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages of the named sections of packages.txt that are missing. Needs no network when none is.
# usage: install-packages.sh SECTION...
set -euo pipefail
list="$(dirname "$(readlink -f "$0")")/packages.txt"

wanted=()
for section in "$@"; do
    mapfile -t -O "${#wanted[@]}" wanted < <(
        awk -v wanted="[$section]" '/^#/ { next } /^\[/ { on = ($0 == wanted); next } on && NF { print $1 }' "$list")
done
command -v dpkg-query >/dev/null || {
    echo "This is no Debian: please install what app/packages.txt lists ($*)." >&2
    exit 0
}
# One query for all of them; an npm from elsewhere than Debian will do.
installed=$(dpkg-query -W -f='${Package} ${Status}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/ install ok installed$//p' || true)
! command -v npm >/dev/null || installed+=$'\nnpm'
mapfile -t missing < <(printf '%s\n' "${wanted[@]}" | sort -u | grep -vxF -f <(printf '%s\n' "$installed") || true)
[ ${#missing[@]} -gt 0 ] || exit 0

echo "Installing: ${missing[*]}" >&2
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Please install as root: apt-get install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
