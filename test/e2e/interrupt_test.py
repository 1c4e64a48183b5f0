# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A scan that is ended from outside: by Ctrl-C and SIGTERM at many moments, on a terminal and without one, and by a limit on
its memory. It ends as it should, promptly, and leaves the manifest old or new, never half, and nothing else.

Usage: interrupt_test.py BUILD_FOLDER
"""
import fcntl
import os
import pathlib
import pty
import resource
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

COLUMNS = 40
DEADLINE = 60.0  # seconds; only a program that hangs needs them
CLEARED = b"\r\x1b[K"


PROMPT = "p" * 4000


def write_slow_tree(folder):
    """Units that take a while to parse."""
    for number in range(4):
        text = "#include <regex>\n#include <map>\n#include <iostream>\n" + function(f"f{number}")
        (folder / f"u{number}.cpp").write_text(text, encoding="utf-8")


def write_wordy_tree(folder):
    """A big manifest, soon."""
    for number in range(4):
        text = "".join(function(f"f{number}_{index}") for index in range(100))
        (folder / f"u{number}.cpp").write_text(text, encoding="utf-8")


def function(name):
    return f'// AI-generated: GPT-4, 2024-01-15, prompt: "{PROMPT}"\nint {name}(int a) {{ return a; }}\n'


class Terminal:
    """A pseudo-terminal of a given width, with the program on it and everything the program wrote."""

    def __init__(self, command, folder, columns=COLUMNS, environment=None):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        settings = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", **(environment or {})}
        self.process = subprocess.Popen(command, cwd=folder, stdin=slave, stdout=subprocess.DEVNULL, stderr=slave, env=settings,
                                        start_new_session=True,
                                        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(slave)
        self.seen = b""

    def read_until(self, wanted):
        """Reads until `wanted` says so of everything seen, or the program has ended."""
        end = time.monotonic() + DEADLINE
        while not wanted(self.seen) and time.monotonic() < end:
            if not select.select([self.master], [], [], 0.1)[0]:
                if self.process.poll() is not None:
                    break
                continue
            try:
                self.seen += os.read(self.master, 65536)
            except OSError:  # the other side is closed
                break

    def end(self):
        """What is left of the output, and the exit status (negative: the signal)."""
        self.read_until(lambda _: False)
        status = self.process.wait(DEADLINE)
        os.close(self.master)
        return status


def fail(text):
    sys.exit(f"FAILED: {text}")


def check_folder(folder, before, moment):
    left = sorted(p.name for p in folder.iterdir() if not p.name.endswith(".cpp"))
    if left not in ([], ["assay.yaml"]):
        fail(f"{moment}: the folder holds {left}")
    if left == []:
        return "none"
    text = (folder / "assay.yaml").read_bytes()
    if text not in before:
        fail(f"{moment}: a manifest that is neither old nor new, {len(text)} bytes")
    return "new" if text == before[-1] else "old"


def visible(seen):
    """What a terminal would show in its line at the end."""
    return seen.replace(b"\n", b"").split(CLEARED)[-1]


def test_progress(assay, folder):
    terminal = Terminal([assay, "scan", "--no-cache", "-j", "1", "--exact"], folder)
    if terminal.end() != 0:
        fail(f"scan on a terminal: {terminal.seen!r}")
    drawn = [line for line in terminal.seen.split(CLEARED) if line]
    if not drawn:
        fail("no progress was shown on a terminal")
    for line in drawn:
        if len(line) >= COLUMNS or b"\n" in line:
            fail(f"{line!r} does not fit into {COLUMNS} columns")
    if visible(terminal.seen) != b"":
        fail(f"the terminal still shows {visible(terminal.seen)!r}")
    print(f"progress: {len(drawn)} lines, such as {drawn[-1].decode()!r}")


def test_quiet(assay, folder):
    for name, command in {"a pipe": [assay, "scan", "--no-cache"], "a pipe, exact": [assay, "scan", "--no-cache", "--exact"]}.items():
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        if done.returncode != 0 or done.stderr != b"":
            fail(f"scan into {name}: {done.stderr!r}")
    dumb = Terminal([assay, "scan", "--no-cache"], folder, environment={"TERM": "dumb"})
    if dumb.end() != 0 or dumb.seen != b"":
        fail(f"scan on a dumb terminal: {dumb.seen!r}")


def test_ctrl_c(assay, folder, states):
    """Ctrl-C is typed as soon as progress is on the screen, or later."""
    for extra in range(2):
        terminal = Terminal([assay, "scan", "--no-cache", "-j", "2", "--exact"], folder)
        terminal.read_until(lambda seen, n=extra: seen.count(CLEARED) > n)
        os.write(terminal.master, b"\x03")
        status = terminal.end()
        if status != -signal.SIGINT:
            fail(f"Ctrl-C: exit status {status} instead of the signal; {terminal.seen!r}")
        shown = visible(terminal.seen)
        if shown not in (b"", b"^C"):
            fail(f"after Ctrl-C the terminal still shows {shown!r}")
        check_folder(folder, states, "Ctrl-C")
    print("Ctrl-C: ended by SIGINT, line cleared")


def durations(assay, folder, arguments):
    begin = time.monotonic()
    subprocess.run([assay, "scan", "--no-cache", *arguments], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begin


def test_any_moment(assay, folder, states, rounds=20):
    """SIGTERM from the first moment to after the last, most of them around the write. What the moments hit depends on the
    machine; that the write was among them is checked by what is seen."""
    whole = durations(assay, folder, [])
    outcomes = {"ended": 0, "done": 0, "old": 0, "new": 0, "none": 0}
    low, high = 0.0, whole * 1.1
    for number in range(rounds):
        (folder / "assay.yaml").write_bytes(states[0])
        if number >= 8 and not outcomes["new"]:  # the machine has become slower than it was
            low, high = high, high * 2
        moment = high * number / 8 if number < 8 else (low + high) / 2 if outcomes["new"] else high
        process = subprocess.Popen([assay, "scan", "--no-cache"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGTERM)
        try:
            _, said = process.communicate(timeout=DEADLINE)
        except subprocess.TimeoutExpired:
            process.kill()
            fail(f"after {moment:.3f} s: the scan did not end by SIGTERM")
        if process.returncode not in (0, -signal.SIGTERM):
            fail(f"after {moment:.3f} s: exit status {process.returncode}: {said!r}")
        outcomes["ended" if process.returncode else "done"] += 1
        state = check_folder(folder, states, f"after {moment:.3f} s")
        outcomes[state] += 1
        if process.returncode == 0 and state != "new":
            fail(f"after {moment:.3f} s: done, but the manifest is {state}")
        if number >= 8:  # towards the moment of the write, and back out when it moves
            low, high = (moment, high) if state == "old" else (low, moment)
            if high - low < 0.002:
                low, high = max(0.0, low - whole * 0.05), high + whole * 0.05
    if not (outcomes["old"] and outcomes["new"]):
        fail(f"the moments did not reach both sides of the write: {outcomes}")
    print(f"SIGTERM at {rounds} moments: {outcomes}")


def test_during_the_write(assay, folder, states):
    """The temporary file is seen, and the signal is sent at once."""
    hits = 0
    for _ in range(6):
        (folder / "assay.yaml").write_bytes(states[0])
        process = subprocess.Popen([assay, "scan", "--no-cache"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            if any(name.startswith(".assay-tmp.") for name in os.listdir(folder)):
                process.send_signal(signal.SIGINT)
                break
        process.wait(DEADLINE)
        hits += process.returncode == -signal.SIGINT and check_folder(folder, states, "during the write") == "old"
        check_folder(folder, states, "during the write")
    if hits == 0:
        fail("no signal came during the write")
    print(f"SIGINT during the write: {hits} of 6 while the temporary file was there")


def test_memory(assay, folder, states):
    """Under a limit: done, or a message and the exit code for it. Where it strikes when the stack wants to grow, the
    system ends the process, with the manifest as it was."""
    ends = {}
    for megabytes in (80, 130, 180, 4000):
        limit = megabytes << 20
        (folder / "assay.yaml").write_bytes(states[0])
        done = subprocess.run([assay, "scan", "--no-cache", "-j", "2"], cwd=folder, capture_output=True, check=False,
                              preexec_fn=lambda n=limit: resource.setrlimit(resource.RLIMIT_AS, (n, n)))
        state = check_folder(folder, states, f"{megabytes} MB")
        if done.returncode == 3 and b"error: out of memory" in done.stderr and state == "old":
            ends[megabytes] = "message"
        elif done.returncode == 0 and state == "new":
            ends[megabytes] = "done"
        elif done.returncode == -signal.SIGSEGV and state == "old" and megabytes not in (80, 4000):
            ends[megabytes] = "ended by the system"
        else:
            fail(f"{megabytes} MB of memory: exit status {done.returncode}, manifest {state}: {done.stderr[-400:]!r}")
    if ends[80] != "message" or ends[4000] != "done":
        fail(f"the limits are all on one side: {ends}")
    print(f"memory: {ends}")


def states_of(assay, folder):
    """A manifest of before and the one that a scan writes. The old one stays."""
    subprocess.run([assay, "scan", "--no-cache"], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    new = (folder / "assay.yaml").read_bytes()
    old = new.replace(PROMPT.encode(), b"q" * len(PROMPT))
    (folder / "assay.yaml").write_bytes(old)
    return [old, new]


def main():
    assay = str(pathlib.Path(sys.argv[1]).resolve() / "bin" / "assay")
    with tempfile.TemporaryDirectory() as slow, tempfile.TemporaryDirectory() as wordy:
        folder = pathlib.Path(slow)
        write_slow_tree(folder)
        states = states_of(assay, folder)
        test_quiet(assay, folder)
        test_progress(assay, folder)
        test_ctrl_c(assay, folder, states)
        test_memory(assay, folder, states)
        folder = pathlib.Path(wordy)
        write_wordy_tree(folder)
        states = states_of(assay, folder)
        test_any_moment(assay, folder, states)
        test_during_the_write(assay, folder, states)


if __name__ == "__main__":
    main()
