# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Those findings of check_findings.py that need the window."""
import json
import os
import pathlib
import resource
import signal
import time

from bench import read_model, write_model
from trial import PATIENCE

NOBODYS = 54321  # a user that has no other process


def ends(trial, process, number, code):
    """Sends it a signal once it can take it, and looks at how it ends."""
    trial.wait_for(process, number)
    time.sleep(2.0)
    process.send_signal(number)
    ended = trial.code_of(process, f"the window after signal {number}")
    trial.expect(ended == code, f"signal {number}: ends with {ended}: {process.stderr.read()[-200:]}")


def ended_from_outside(t):
    for number, code in ((signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)):
        state = t.folder / "state"
        ends(t, t.started("--run", t.bench.data), number, code)
        kept = [path for folder in ("autosave", "runs") for path in (state / folder).glob("*.safetensors")]
        t.expect(kept, f"signal {number}: nothing is kept")


def no_threads(t):
    if os.getuid() != 0:
        t.skipped = "not tried: needs root, for a user of its own"
        return
    os.chmod(t.folder, 0o777)
    for limit in range(1, 7):
        def few():
            os.setgid(NOBODYS)
            os.setuid(NOBODYS)
            resource.setrlimit(resource.RLIMIT_NPROC, (limit, limit))
        process = t.started("--pictures", t.folder / "pictures", "--epochs", 1, preexec_fn=few)
        said = process.communicate(timeout=PATIENCE)[1]
        told = process.returncode in (1, 4) and "lets no more threads start" in said
        t.expect(process.returncode == 0 or told, f"{limit} processes: ends with {process.returncode}: {said[-200:]}")


def its_own_data(t):
    """A session whose data file is the session itself."""
    path = t.folder / "itself.safetensors"
    ends(t, t.started("--run", t.bench.data), signal.SIGTERM, 143)
    kept = sorted((t.folder / "state" / "autosave").glob("*.safetensors"))
    t.expect(kept, "the window kept no session")
    if not kept:
        return
    header, data = read_model(kept[0])
    text = json.dumps(header["__metadata__"]).replace(json.dumps(str(t.bench.data))[1:-1].replace("\\", "\\\\"), str(path))
    header["__metadata__"] = json.loads(text.replace(str(t.bench.data), str(path)).replace(t.bench.data.name, path.name))
    write_model(path, header, data)
    process = t.started("--pictures", t.folder / "pictures", "--epochs", 1, path)
    said = process.communicate(timeout=PATIENCE)[1]
    t.expect(process.returncode in (1, 3), f"ends with {process.returncode}: {said[-200:]}")


def odd_settings(t):
    """Settings and autosaves that are no files."""
    config = t.folder / "config" / "gatescope"
    config.mkdir(parents=True)
    autosave = t.folder / "state" / "autosave"
    autosave.mkdir(parents=True)
    places = [config / "gatescope.ini", t.folder / "state" / "preferences.ini", autosave / "one.safetensors.lock",
              autosave / "one.safetensors.tries"]
    (autosave / "one.safetensors").write_bytes(t.bench.model.read_bytes())
    for make in (lambda place: os.mkfifo(place), lambda place: place.symlink_to("/dev/zero")):
        for place in places:
            pathlib.Path(place).unlink(missing_ok=True)
            make(place)
        ends(t, t.started("--run", t.bench.data), signal.SIGTERM, 143)
        for place in places:
            pathlib.Path(place).unlink(missing_ok=True)


WINDOW_FINDINGS = {5: ("the window without threads", no_threads), 8: ("a session that names itself", its_own_data),
                   19: ("settings that are no files", odd_settings)}
