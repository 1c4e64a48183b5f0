# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay serve --pushgateway`: a real Pushgateway has what the programs called, and still has it when the server has ended.

usage: pushgateway_test.py BUILD-FOLDER [unittest options]
"""
import contextlib
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


class Pushgateway(CountingProgram):
    def gateway(self):
        """Its address, once it answers."""
        program = shutil.which("prometheus-pushgateway") or shutil.which("pushgateway")
        self.assertIsNotNone(program, "no Pushgateway: tools/dev setup installs it")
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{listener.getsockname()[1]}"
        process = subprocess.Popen([program, f"--web.listen-address={address}", "--log.level=error"], cwd=self.folder)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        wait_for(lambda: self.pushed(address), "the Pushgateway")
        return address

    def pushed(self, address):
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://{address}/metrics", timeout=PATIENCE) as answer:
            return answer.read().decode()
        return ""

    def calls(self, address):
        """By function."""
        found = re.findall(r'^ai_code_calls_total\{(.*)\} (\S+)$', self.pushed(address), re.MULTILINE)
        for labels, _ in found:
            self.assertRegex(labels, f'instance="{re.escape(re.sub(r"[^A-Za-z0-9._-]", "_", socket.gethostname()))}",job="assay"')
        return {re.search(r'function="(\w+)"', labels).group(1): float(value) for labels, value in found}

    def test_it_has_all_calls(self):
        address = self.gateway()
        for calls in (300, 1000):  # a server that is started again goes on
            serve = self.serve("--pushgateway", f"http://{address}", history="history.db")
            self.run_program(calls)
            self.assertEqual(self.end(serve), "")
        self.assertEqual(self.calls(address), {"often": 1300, "fails": 1300})
        self.assertIn('ai_code_execution_time_seconds_bucket{ai_source="unknown",function="often"', self.pushed(address))

    def test_what_cannot_be(self):
        done = self.assay("serve", "--pushgateway", "localhost:9091")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("http://HOST:PORT", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
