#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs exported PyTorch projects for real.

Usage: check_projects.py prepare|outputs|resume|torchrun FOLDER_OF_SAMPLES
prepare   the project's data preparation gives the windows core made
outputs   check.py passes
resume    one epoch of train.py gives the losses core's next epoch gave: weights and optimizer go on as they were
torchrun  two processes train together and write weights that load again
"""
import contextlib
import importlib.util
import io
import json
import os
import pathlib
import re
import runpy
import signal
import subprocess
import sys

import numpy as np

ENVIRONMENT = dict(os.environ, OMP_NUM_THREADS="1", PYTHONDONTWRITEBYTECODE="1")
sys.dont_write_bytecode = True


def run(arguments, folder, limit=300):
    """What a command prints. After the limit in seconds it ends with all its children, and TimeoutExpired is raised."""
    process = subprocess.Popen(arguments, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True, start_new_session=True)
    try:
        output, errors = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    assert process.returncode == 0, f"{folder}: {' '.join(map(str, arguments))}\n{output}\n{errors}"
    return output


def run_script(folder, name, *arguments):
    """One of a project's scripts: as its own process for the first sample, then in this one, where torch is loaded."""
    if folder.parent.name == "plain":
        return run([sys.executable, name, *arguments], folder)
    for module in ("csv_table", "features", "data", "model"):
        sys.modules.pop(module, None)
    kept = sys.argv, sys.path[:]
    sys.argv, sys.path[0:0] = [name, *map(str, arguments)], [str(folder)]
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            runpy.run_path(str(folder / name), run_name="__main__")
    except SystemExit as end:
        assert not end.code, f"{folder}: {end.code}\n{output.getvalue()}"
    finally:
        sys.argv, sys.path[:] = kept
    return output.getvalue()


def module_of(folder, name):
    specification = importlib.util.spec_from_file_location(f"{name}_{folder.parent.name}", folder / f"{name}.py")
    module = importlib.util.module_from_spec(specification)
    sys.path.insert(0, str(folder))
    try:
        specification.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


def check_prepare(sample):
    project = sample / "project"
    config = json.loads((project / "config.json").read_text())
    parts = module_of(project, "data").prepare(sample / "data.csv", config)
    worst = 0.0
    with np.load(sample / "windows.npz") as expected:
        for name, (x, y) in parts.items():
            y = y.reshape(len(x), -1)
            y = y if y.dtype.kind == "f" else np.where(y == -100, np.nan, y)  # no target: CrossEntropyLoss leaves it out
            assert x.shape == expected[f"x_{name}"].shape, f"{sample.name}, {name}: x is {x.shape}, core has {expected[f'x_{name}'].shape}"
            assert y.shape == expected[f"y_{name}"].shape, f"{sample.name}, {name}: y is {y.shape}, core has {expected[f'y_{name}'].shape}"
            assert (np.isnan(y) == np.isnan(expected[f"y_{name}"])).all(), f"{sample.name}, {name}: other targets are masked"
            if len(x):
                worst = max(worst, np.max(np.abs(x - expected[f"x_{name}"])), np.nanmax(np.abs(y - expected[f"y_{name}"])))
    assert worst <= 1e-6, f"{sample.name}: windows differ by {worst}"
    assert len(parts["train"][0]) > 10
    return f"windows differ by {worst:.1e}"


def check_outputs(sample):
    return run_script(sample / "project", "check.py").strip()


def losses_of(output):
    line = re.search(r"^Epoch 1/1, Loss: ([0-9.]+)(?:, Validation loss: ([0-9.]+))?$", output, re.MULTILINE)
    assert line, output
    return float(line[1]), float(line[2]) if line[2] else 0.0


def check_resume(sample):
    project = sample / "project"
    output = run_script(project, "train.py", "--data", sample / "data.csv", "--out", sample / "trained.safetensors")
    training, validation = losses_of(output)
    with np.load(sample / "windows.npz") as expected:
        before, wanted_training, wanted_validation = expected["losses"]
    assert abs(training - wanted_training) <= 2e-5, f"{sample.name}: loss {training}, core's next epoch gave {wanted_training}"
    assert abs(validation - wanted_validation) <= 2e-5, f"{sample.name}: validation loss {validation}, core gave {wanted_validation}"
    assert training != round(before, 6)
    model = module_of(project, "model")
    tensors, metadata = model.read_safetensors(sample / "trained.safetensors")
    first, _ = model.read_safetensors(project / "weights.safetensors")
    assert any(not np.array_equal(tensors[name], first[name]) for name in tensors)
    assert metadata["formulation"] in ("reset-after", "reset-before")
    return f"loss {training:.6f}, core's next epoch {wanted_training:.6f}"


def check_torchrun(sample):
    if sample.name not in ("plain", "textbook"):
        return None
    trained = sample / "distributed.safetensors"
    # Output goes through files because Debian's PyTorch 1.13 under Python 3.11 cannot leave it alone.
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2", "--redirects", "1",
               "--tee", "1", "--log_dir", sample / "log", "train.py", "--data", sample / "data.csv", "--epochs", "3",
               "--out", trained]
    try:
        output = run(command, sample / "project", limit=100)
    except subprocess.TimeoutExpired:
        # On a crowded machine its two processes now and then miss each other at the start and wait for ever.
        output = run(command, sample / "project")
    losses = [float(loss) for loss in re.findall(r"Epoch \d/3, Loss: ([0-9.]+)", output, re.MULTILINE)]
    assert len(losses) == 3 and losses[2] < losses[0], output
    tensors, _ = module_of(sample / "project", "model").read_safetensors(trained)
    assert all(np.isfinite(tensor).all() for tensor in tensors.values())
    return f"losses {losses}"


CHECKS = {"prepare": check_prepare, "outputs": check_outputs, "resume": check_resume, "torchrun": check_torchrun}


def main():
    check = CHECKS[sys.argv[1]]
    samples = sorted(path for path in pathlib.Path(sys.argv[2]).iterdir() if path.is_dir())
    assert len(samples) >= 7, f"only {len(samples)} samples"
    for sample in samples:
        told = check(sample)
        if told is not None:
            print(f"{sample.name}: {told}")


if __name__ == "__main__":
    main()
