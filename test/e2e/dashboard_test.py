# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `assay dashboard` writes is what Grafana's types ask for, and its queries are PromQL. That they have answers, alerts_arrive_test.py shows.

usage: dashboard_test.py BUILD-FOLDER [unittest options]
"""
import copy
import json
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

import jsonschema

from dashboard_queries import panels, queries

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE.parent / "golden/dashboard"
SCHEMA = jsonschema.Draft202012Validator(json.loads((HERE / "grafana_dashboard.schema.json").read_text(encoding="utf-8")))
VALUES = {"job": ".*", "ai_source": ".*", "function": ".*", "top": "10", "__rate_interval": "1m", "__range": "6h"}


class Dashboard(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def assay(self, *arguments):
        return subprocess.run([ASSAY, *arguments], cwd=self.folder, capture_output=True, text=True, check=False)

    def dashboard(self, case="every-function-at-once"):
        done = self.assay("dashboard", "--manifest", CASES / case / "assay.yaml")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)

    def complaints(self, dashboard):
        return [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(dashboard)]

    def test_it_is_what_grafana_asks_for(self):
        for case in ("every-function-at-once", "nothing-tagged"):
            self.assertEqual(self.complaints(self.dashboard(case)), [])
        linked = json.loads((CASES / "another-title/expected.json").read_text(encoding="utf-8"))
        self.assertEqual((len(linked["links"]), self.complaints(linked)), (1, []))

    def test_the_schema_notices(self):
        good = self.dashboard()
        for kind, change in (("stat", lambda panel: panel["options"].pop("wideLayout")),
                             ("timeseries", lambda panel: panel["fieldConfig"]["defaults"]["custom"].update(axisSoftMin=None)),
                             ("table", lambda panel: panel["options"].update(cellHeight="tiny")),
                             ("heatmap", lambda panel: panel["targets"][0].update(format="matrix")),
                             ("gauge", lambda panel: panel["gridPos"].update(w=25))):
            broken = copy.deepcopy(good)
            change(next(panel for panel in panels(broken) if panel["type"] == kind))
            self.assertNotEqual(self.complaints(broken), [], kind)

    def test_its_queries_are_promql(self):
        rules = {"groups": [{"name": "asked", "rules": [
            {"record": f"asked:{number}", "expr": expression.replace("@ end()", "")}
            for number, (_, expression, _) in enumerate(queries(self.dashboard(), **VALUES))]}]}
        (self.folder / "asked.yaml").write_text(json.dumps(rules), encoding="utf-8")
        checked = subprocess.run(["promtool", "check", "rules", "asked.yaml"], cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_a_file_that_cannot_be_written(self):
        (self.folder / "file").write_text("in the way", encoding="utf-8")
        done = self.assay("dashboard", "--manifest", CASES / "nothing-tagged/assay.yaml", "-o", "file/dashboard.json")
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertEqual(done.stderr, "file: error: cannot create the folder: Not a directory\n")

    def test_the_file_can_be_read_by_the_server(self):
        done = self.assay("dashboard", "--manifest", CASES / "nothing-tagged/assay.yaml", "-o", "dashboard.json")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertTrue((self.folder / "dashboard.json").stat().st_mode & stat.S_IROTH)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
