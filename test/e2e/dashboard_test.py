# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `assay dashboard` writes is what Grafana's types ask for, by its own types and TypeScript as by a schema of what they cannot say; its queries
are PromQL. That they have answers, alerts_arrive_test.py shows.

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
TYPES = HERE / "published/grafana-schema"
# A break of the dashboard, in the first panel of a kind, and what TypeScript says of it.
WRONG_PANELS = (("stat", lambda panel: panel["options"].pop("wideLayout"), "'wideLayout' is missing"),
                ("timeseries", lambda panel: panel["fieldConfig"]["defaults"]["custom"].update(axisSoftMn=0), "'\"axisSoftMn\"' does not exist"),
                ("table", lambda panel: panel["options"].update(cellHeight="tiny"), "'\"tiny\"' is not assignable"),
                ("heatmap", lambda panel: panel["options"]["tooltip"].update(mode="all"), "'\"all\"' is not assignable"),
                ("gauge", lambda panel: panel["gridPos"].update(w="4"), "'string' is not assignable to type 'number'"))
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

    def test_a_dashboard_has_a_title(self):
        for title in ("", "  "):
            done = self.assay("dashboard", "--manifest", CASES / "nothing-tagged/assay.yaml", "--title", title)
            self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)

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

    def type_errors(self, dashboards):
        """Name -> what TypeScript says of the dashboard of that name."""
        for name, dashboard in dashboards.items():
            (self.folder / f"{name}.ts").write_text(f"import {{ Dashboard }} from '{HERE}/grafana_dashboard';\nexport const dashboard: Dashboard = "
                                                    f"{json.dumps(dashboard, indent=1)};\n", encoding="utf-8")
        options = {"strict": True, "noEmit": True, "skipLibCheck": True, "types": [], "lib": ["es5"],
                   "paths": {"@grafana/schema": [str(TYPES / "grafana_schema.gen")]}}
        (self.folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": [f"{name}.ts" for name in dashboards]}),
                                                   encoding="utf-8")
        checked = subprocess.run(["tsc", "--pretty", "false", "-p", "."], cwd=self.folder, capture_output=True, text=True, check=False)
        said = {name: "" for name in dashboards}
        for line in checked.stdout.splitlines():
            if not line.startswith(" "):
                name = line.partition(".ts(")[0]
                self.assertIn(name, said, checked.stdout)
            said[name] += line + "\n"
        return said

    def test_it_is_of_grafanas_types(self):
        good = self.dashboard()
        linked = json.loads((CASES / "another-title/expected.json").read_text(encoding="utf-8"))
        dashboards = {"good": good, "nothing_tagged": self.dashboard("nothing-tagged"), "linked": linked,
                      "wrong_dashboard": {**good, "panels": [], "schemaVerson": 39}}
        words = {"wrong_dashboard": "'\"schemaVerson\"' does not exist"}
        for kind, change, complaint in WRONG_PANELS:
            panel = copy.deepcopy(next(panel for panel in panels(good) if panel["type"] == kind))
            change(panel)
            dashboards[f"wrong_{kind}"], words[f"wrong_{kind}"] = {**good, "panels": [panel]}, complaint
        for name, said in self.type_errors(dashboards).items():
            if name in words:
                self.assertIn(words[name], said)
            else:
                self.assertEqual(said, "", name)

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
