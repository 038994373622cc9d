// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every exported ONNX model in ONNX Runtime and compares with the outputs core computed.
// usage: node check_onnx_runtime.cjs FOLDER_OF_NODE_MODULES FOLDER_OF_SAMPLES
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const [runtimeFolder, samples] = process.argv.slice(2);
const ort = createRequire(path.join(path.resolve(runtimeFolder), 'x.js'))('onnxruntime-node');
const TOLERANCE = 1e-5;

/** The arrays of a stored .npz of float64, by name: { shape, data }. */
function readNpz(file) {
  const bytes = fs.readFileSync(file);
  const arrays = {};
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const size = bytes.readUInt32LE(at + 18);
    const nameLength = bytes.readUInt16LE(at + 26);
    const begin = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength).replace(/\.npy$/, '');
    const entry = bytes.subarray(begin, begin + size);
    const headerEnd = 10 + entry.readUInt16LE(8);
    const header = entry.toString('latin1', 10, headerEnd);
    if (!header.includes("'<f8'")) throw new Error(`${file}: ${name} is not float64`);
    const shape = header.match(/\(([^)]*)\)/)[1].split(',').filter((s) => s.trim()).map(Number);
    const data = new Float64Array(entry.buffer.slice(entry.byteOffset + headerEnd, entry.byteOffset + size));
    arrays[name] = { shape, data };
    at = begin + size;
  }
  return arrays;
}

async function worstDifference(model, x, y) {
  const session = await ort.InferenceSession.create(model);
  const result = await session.run({ x: new ort.Tensor('float32', Float32Array.from(x.data), x.shape) });
  if (result.y.dims.join() !== y.shape.join()) throw new Error(`${model}: y is ${result.y.dims}, expected ${y.shape}`);
  // Relative to the size of the outputs, which are larger in original units.
  const size = Math.max(1, ...y.data.map(Math.abs));
  return Math.max(...y.data.map((value, i) => Math.abs(value - result.y.data[i]))) / size;
}

async function main() {
  let worst = 0;
  let count = 0;
  for (const name of fs.readdirSync(samples).sort()) {
    const folder = path.join(samples, name);
    const window = readNpz(path.join(folder, 'window.npz'));
    for (const [file, x, y] of [['onnx.onnx', window.x, window.y], ['scaled.onnx', window.x_raw, window.y_raw]]) {
      const difference = await worstDifference(path.join(folder, file), x, y);
      if (!(difference <= TOLERANCE)) throw new Error(`${name}/${file}: outputs differ by ${difference}`);
      worst = Math.max(worst, difference);
      count += 1;
    }
  }
  if (count === 0) throw new Error('there are no samples');
  console.log(`ONNX Runtime ${ort.env?.versions?.node ?? ''}: ${count} models, worst difference ${worst.toExponential(2)}`);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
