# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A fleet in a real VictoriaMetrics: 50 machines, each with 200 functions, of which five versions are deployed one after the other. It scrapes one of
them; what the others say is handed to it. What it has in the end is what the program counted, and a version has cost it one series of a
function, and no more.

usage: fleet_test.py BUILD-FOLDER [unittest options]
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import urllib.error
import urllib.parse
import urllib.request

from counting_program import CountingProgram
from ports import free_port
from waiting import PATIENCE, wait_for

CountingProgram.build = pathlib.Path(sys.argv[1]).resolve()
MACHINES, FUNCTIONS, VERSIONS, CALLS = 50, 200, 5, 3
# On the page of serve: what a function without sizes, types and memory has, besides its versions.
SERIES_OF_A_FUNCTION = 5 + 28
ENTRY = ('  - id: "{id}"\n    name: "f{number}"\n    kind: function\n    linkage: external\n    file: "src/a.cc"\n    lines: 3-5\n    tag-at: 2\n    tag: generated\n'
         '    model: "GPT-4"\n    prompt: "prompt {version}"\n')


class Fleet(CountingProgram):
    def run_functions(self):
        source = ["#include <assay/guard.h>", *(f'static void f{n}(void) {{ ASSAY_GUARD("f{n}"); }}' for n in range(FUNCTIONS)),
                  f"int main(void) {{ for (int i = 0; i < {CALLS}; ++i) {{", *(f"f{n}();" for n in range(FUNCTIONS)), "} }"]
        (self.folder / "many.c").write_text("\n".join(source), encoding="utf-8")
        runtime = self.root / "runtime"
        subprocess.run(["cc", "many.c", f"-I{runtime}/include", "-o", "many", f"-L{runtime}/lib", "-lassay_runtime", "-pthread"], cwd=self.folder, check=True)
        subprocess.run([self.folder / "many"], env={"ASSAY_DIR": str(self.segments), "ASSAY_BUDGET": "off"}, check=True)

    def deploy(self, version):
        """The manifest of a version, put in its place as a deployment would."""
        new = self.folder / "new.yaml"
        new.write_text("assay: 1\nfunctions:\n" + "".join(ENTRY.format(id=i, number=n, version=version) for n, i in self.ids.items()) + "...\n", encoding="utf-8")
        os.replace(new, self.folder / "assay.yaml")

    def start_victoria_metrics(self, target):
        port = free_port()
        machine = {"targets": [target], "labels": {"instance": "machine0"}}
        (self.folder / "scrape.yml").write_text(json.dumps({"scrape_configs": [{"job_name": "assay", "scrape_interval": "2s", "static_configs": [machine]}]}),
                                                encoding="utf-8")
        process = subprocess.Popen(["victoria-metrics", "-promscrape.config=scrape.yml", "-storageDataPath=data", f"-httpListenAddr=127.0.0.1:{port}",
                                    "-search.latencyOffset=0s", "-loggerLevel=ERROR", "-memory.allowedBytes=512MB"], cwd=self.folder)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.database = f"http://127.0.0.1:{port}"

    def asked(self, path):
        try:
            with urllib.request.urlopen(f"{self.database}/api/v1/{path}", timeout=PATIENCE) as answer:
                return json.load(answer)["data"]
        except (urllib.error.URLError, ConnectionError):
            return None  # it listens late

    def value(self, query):
        data = self.asked("query?" + urllib.parse.urlencode({"query": query, "nocache": 1}))
        return float(data["result"][0]["value"][1]) if data and data["result"] else None

    def wait_for_scrape(self):
        """One that has begun from now on; what it brought is found some seconds later."""
        now = datetime.datetime.now(datetime.timezone.utc)

        def is_scraped():
            targets = (self.asked("targets") or {}).get("activeTargets")
            return targets and targets[0]["health"] == "up" and datetime.datetime.fromisoformat(targets[0]["lastScrape"]) > now
        wait_for(is_scraped, "a scrape")

    def others_say(self, text):
        """What a scrape of each of the other machines would bring, without buckets, which are most of it."""
        text = "".join(line + "\n" for line in text.splitlines() if "_bucket{" not in line)
        for number in range(1, MACHINES):
            address = f"{self.database}/api/v1/import/prometheus?extra_label=job=assay&extra_label=instance=machine{number}"
            with urllib.request.urlopen(urllib.request.Request(address, text.encode()), timeout=PATIENCE) as answer:
                self.assertEqual(answer.status, 204)

    def test_fifty_machines(self):
        self.run_functions()
        text = self.assay("serve", "--once", "--segments", self.segments).stdout
        self.ids = {int(n): i for n, i in re.findall(r'ai_code_calls_total\{function="f(\d+)",id="(\w+)"', text)}
        self.assertEqual(len(self.ids), FUNCTIONS)
        self.deploy(1)
        server = self.serve("--manifest", "assay.yaml")
        self.start_victoria_metrics(server.address)
        for version in range(1, VERSIONS + 1):
            self.deploy(version)
            self.wait_for_scrape()
            self.others_say(self.metrics(server))
        wait_for(lambda: self.value("count(count_over_time(ai_code_function_info[1h]))") == MACHINES * FUNCTIONS * VERSIONS, "all versions")
        self.assertEqual(self.value("count(ai_code_calls_total)"), MACHINES * FUNCTIONS)
        self.assertEqual(self.value("sum(ai_code_calls_total)"), MACHINES * FUNCTIONS * CALLS)
        self.assertEqual(self.value("sum(resets(ai_code_calls_total[1h]))"), 0)
        self.assertEqual(self.value('count(count by (instance) (ai_code_calls_total{ai_source="GPT-4"}))'), MACHINES)
        series = self.value('count(count_over_time({__name__=~"ai_code_.*",id!="",instance="machine0"}[1h]))')
        self.assertEqual(series, FUNCTIONS * (SERIES_OF_A_FUNCTION + VERSIONS))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
