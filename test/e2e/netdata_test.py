# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay serve --dogstatsd` against a server that others wrote: netdata counts what the programs called. It knows neither distributions
nor packed values, so it is the counters that are compared.

usage: netdata_test.py BUILD-FOLDER [unittest options]
"""
import contextlib
import getpass
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import unittest
import urllib.request

from counting_program import CountingProgram
from waiting import PATIENCE, wait_for

CountingProgram.build = pathlib.Path(sys.argv[1]).resolve()
FOLDERS = ("config", "stock config", "cache", "lib", "log", "home", "web", "plugins", "registry")
OTHER_PLUGINS = ("proc", "diskspace", "cgroups", "tc", "idlejitter", "timex", "checks", "apps", "profile", "slabinfo", "netdata monitoring",
                 "enable running new plugins")
# Nothing but the plugin that is asked for, on this machine alone.
CONFIGURATION = """
[global]
    run as user = {user}
    hostname = test
[directories]
{directories}
[db]
    mode = ram
    retention = 600
    update every = 1
[ml]
    enabled = no
[health]
    enabled = no
[registry]
    enabled = no
[cloud]
    enabled = no
[logs]
    debug log = none
    access log = none
    error log = stderr
[web]
    bind to = 127.0.0.1
    default port = {web}
[plugins]
    statsd = yes
{plugins}
[statsd]
    bind to = udp:127.0.0.1:{statsd}
    update every (flushInterval) = 1
"""


def free_port(kind):
    with socket.socket(socket.AF_INET, kind) as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Netdata(CountingProgram):
    def start(self):
        program = shutil.which("netdata", path=os.environ.get("PATH", "") + ":/usr/sbin")
        self.assertIsNotNone(program, "no netdata: tools/dev setup installs it (netdata-core)")
        folder = self.folder / "netdata"
        folder.mkdir()
        self.web, self.statsd = free_port(socket.SOCK_STREAM), free_port(socket.SOCK_DGRAM)
        (folder / "netdata.conf").write_text(CONFIGURATION.format(
            user=getpass.getuser(), web=self.web, statsd=self.statsd, directories="\n".join(f"    {name} = {folder}" for name in FOLDERS),
            plugins="\n".join(f"    {name} = no" for name in OTHER_PLUGINS)), encoding="utf-8")
        self.said = folder / "said"
        with self.said.open("wb") as said:
            process = subprocess.Popen([program, "-D", "-c", folder / "netdata.conf"], cwd=folder, stdout=said, stderr=said)
        self.addCleanup(self.stop, process)

    def stop(self, process):
        process.terminate()
        try:
            process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill(process)

    def counters(self):
        """All that it counts, by name, as it was received."""
        with contextlib.suppress(OSError):
            url = f"http://127.0.0.1:{self.web}/api/v1/allmetrics?format=prometheus&source=as-collected"
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                return {name: int(value) for name, value in
                        re.findall(r"^netdata_statsd_(\w+)_counter_total\{.*\} (\d+) \d+$", answer.read().decode(), re.MULTILINE)}
        return {}

    def is_ready(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(b"test.ready:1|c", ("127.0.0.1", self.statsd))
        return "test_ready" in self.counters()

    def test_it_counts_what_was_called(self):
        self.start()
        try:
            wait_for(self.is_ready, "netdata")
        except AssertionError:
            print(self.said.read_text(encoding="utf-8", errors="replace")[-3000:])
            raise
        serve = self.serve("--dogstatsd", f"udp://127.0.0.1:{self.statsd}", "--dogstatsd-type", "histogram")
        self.run_program(4000)
        self.run_program(250, "killed")
        self.end(serve)
        calls, errors = 2 * 4250, 425
        wanted = {"ai_code_calls": calls, "ai_code_success": calls - errors, "ai_code_error": errors}

        def all_counted():
            counted = self.counters()
            return counted if counted.get("ai_code_calls", 0) >= calls and counted.get("ai_code_error", 0) >= errors else None

        counted = wait_for(all_counted, "all calls")
        self.assertEqual({name: counted.get(name) for name in wanted}, wanted)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
