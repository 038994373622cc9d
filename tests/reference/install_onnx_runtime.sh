#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: install_onnx_runtime.sh FOLDER -- puts npm's onnxruntime-node into FOLDER; nothing to do when it is there.
set -euo pipefail
folder=$1
version=1.20.1
[ -e "$folder/node_modules/onnxruntime-node/package.json" ] && exit 0
mkdir -p "$folder"
cd "$folder"
[ -e package.json ] || printf '{ "private": true }\n' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent "onnxruntime-node@$version"
