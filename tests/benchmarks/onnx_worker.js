// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ONNX Runtime's side of compare.py: "infer STEPS HIDDEN SECONDS" and "stream HIDDEN SECONDS" as in worker.cpp.
// usage: node onnx_worker.js THREADS FOLDER_OF_MODELS (gru_LAYERS_HIDDEN.onnx) with NODE_PATH to onnxruntime-node
const ort = require('onnxruntime-node');
const path = require('path');
const readline = require('readline');

const BATCH = 64;
const INPUTS = 3;
const threads = Number(process.argv[2]);
const folder = process.argv[3];

async function session(layers, hidden) {
    return ort.InferenceSession.create(path.join(folder, `gru_${layers}_${hidden}.onnx`),
        { intraOpNumThreads: threads, interOpNumThreads: 1, graphOptimizationLevel: 'all' });
}

function tensor(...shape) {
    const size = shape.reduce((product, length) => product * length, 1);
    return new ort.Tensor('float32', Float32Array.from({ length: size }, Math.random), shape);
}

async function callsPerSecond(seconds, work) {
    await work();
    const start = process.hrtime.bigint();
    let calls = 0;
    let elapsed = 0;
    while (elapsed < seconds) {
        await work();
        calls += 1;
        elapsed = Number(process.hrtime.bigint() - start) / 1e9;
    }
    return calls / elapsed;
}

async function answer(request) {
    const [verb, ...numbers] = request.split(' ');
    const values = numbers.map(Number);
    const seconds = values.pop();
    const layers = verb === 'infer' ? 2 : 1;
    const hidden = values.pop();
    const steps = verb === 'infer' ? values.pop() : 1;
    const batch = verb === 'infer' ? BATCH : 1;
    const model = await session(layers, hidden);
    const feeds = { x: tensor(steps, batch, INPUTS) };
    for (let k = 0; k < layers; ++k)
        feeds[`h${k}`] = tensor(1, batch, hidden);
    const calls = await callsPerSecond(seconds, () => model.run(feeds));
    return verb === 'infer' ? calls * BATCH : calls;
}

(async () => {
    for await (const request of readline.createInterface({ input: process.stdin }))
        console.log(String(await answer(request)));
})();
