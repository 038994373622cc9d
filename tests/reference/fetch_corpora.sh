#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches the CSV test cases that others have collected: csv-spectrum and PapaParse's own tests, both from npm.
#   tests/reference/fetch_corpora.sh [FOLDER]      default build; they go into FOLDER/corpora
# They are used to test with, and are no part of GateScope. A second call does nothing and needs no network.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
corpora=$(readlink -m "${1:-$here/../../build}")/corpora
spectrum=2.0.0 papaparse=5.7.1
wanted="csv-spectrum $spectrum, papaparse $papaparse, $(sha256sum < "$here/papaparse_cases.js" | cut -c1-16)"

[ "$(cat "$corpora/complete" 2> /dev/null)" != "$wanted" ] || exit 0
command -v npm > /dev/null || { echo "error: npm is needed to fetch the CSV test cases; install it: apt-get install npm" >&2; exit 1; }
mkdir -p "$corpora"
cd "$corpora"
rm -f complete
npm install --ignore-scripts --no-save --no-audit --no-fund --no-package-lock --loglevel=error --prefix "$corpora" \
    "csv-spectrum@$spectrum" "papaparse@$papaparse" > /dev/null
node "$here/papaparse_cases.js" node_modules/papaparse/tests/test-cases.js > papaparse.json
echo "$wanted" > complete
