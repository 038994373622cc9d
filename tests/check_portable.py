#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what another system would trip over: headers and calls of POSIX outside the few files that own them, names that
Windows' headers define away (near, far), and paths of Linux alone.

usage: check_portable.py [ROOT]      ROOT is the project's folder
"""
import pathlib
import re
import sys

# What has to be written anew for a system that is no POSIX, and what each of them is for.
OWNERS = {
    "core/free_memory.cpp": "what is free, what a process or container may use",
    "core/thread_limits.cpp": "a thread's priority, the limit on processes",
    "core/input_file.cpp": "opening a foreign file",
    "core/data/csv/scan/file_bytes.cpp": "mapping a large CSV",
    "core/io/files/file_operations.cpp": "the calls a file is written with",
    "core/io/files/file_operations.h": "their types",
    "core/io/files/atomic_file.cpp": "a file replaced as a whole",
    "core/io/files/atomic_folder.cpp": "a folder made as a whole",
    "app/cli/main.cpp": "signals and the terminal of the command line",
    "app/gui/end_signals.cpp": "signals to the window",
}
LINUX_PATHS = {
    "core/free_memory.cpp": "no portable call knows free memory, a container's limit, what is mapped",
    "app/cli/common/resources.cpp": "no portable call knows where the program lies",
}
HEADERS = re.compile(r"^\s*#\s*include\s*<((?:sys|net|arpa|netinet)/[^>]+|unistd\.h|fcntl\.h|poll\.h|pthread\.h|dlfcn\.h|signal\.h|"
                     r"dirent\.h|termios\.h|pwd\.h|glob\.h|ftw\.h|linux/[^>]+)>", re.MULTILINE)
CALLS = re.compile(r"(?<![\w.>:])(?:::)?(fork|execvp?|popen|pclose|sigaction|getpid|gettid|isatty|setenv|unsetenv|mkstemps?|mkdtemp|"
                   r"readlink|fsync|flock|mmap|munmap|pread|pwrite|getrlimit|setrlimit|getrusage|sysconf|usleep|nanosleep|strcasecmp)\s*\(")
WORDS = re.compile(r"\b(near|far)\b")
PATHS = re.compile(r'"/(?:proc|sys|dev|etc|tmp|usr)/')


def without(text, strings):
    """The code alone: comments become blanks, strings too where asked for; raw strings go altogether."""
    text = re.sub(r'R"(\w*)\(.*?\)\1"', '""', text, flags=re.DOTALL)
    pattern = r'"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/'

    def blank(match):
        piece = match.group(0)
        if piece.startswith('"'):
            return '""' if strings else piece
        return "\n" * piece.count("\n")
    return re.sub(pattern, blank, text, flags=re.DOTALL)


def faults(name, text):
    with_strings, code = without(text, False), without(text, True)
    if name not in OWNERS:
        for match in HEADERS.finditer(code):
            yield f"{name}: includes <{match.group(1)}>, which only {len(OWNERS)} files may: see OWNERS in {pathlib.Path(__file__).name}"
        for match in CALLS.finditer(code):
            yield f"{name}: calls {match.group(1)}(), which only the files that own POSIX may"
    for match in WORDS.finditer(code):
        yield f"{name}: has the name {match.group(1)!r}, which Windows' headers define away"
    if name not in LINUX_PATHS:
        for match in PATHS.finditer(with_strings):
            yield f"{name}: names a path of Linux alone, {match.group(0)[1:]}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    # It finds what it looks for.
    probe = '#include <unistd.h>\nint near = getpid(); // far\nauto a = "/proc/self";\nfar();'
    assert len(list(faults("probe.cpp", probe))) == 5, list(faults("probe.cpp", probe))
    assert not list(faults("probe.cpp", '// near far fork()\nauto text = "far and near"; x.fsync(1); FileOperations::fsync(2);'))
    wrong, files = [], 0
    for top in ("app", "core", "ui"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".cpp", ".h"):
                files += 1
                wrong += faults(str(path.relative_to(root)), path.read_text())
    wrong += [f"{name} is in OWNERS and is no file" for name in {**OWNERS, **LINUX_PATHS} if not (root / name).is_file()]
    wrong += [f"{name} is in OWNERS and needs it no more" for name in OWNERS
              if (root / name).is_file() and not HEADERS.search((root / name).read_text())]
    print(f"{files} files, {len(wrong)} that another system would trip over")
    print("\n".join(wrong))
    return 1 if wrong or files < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
