# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay report` as programs read it: what goes where, and every document judged by the published form of its format or a reader that
others wrote, with tags full of what formats could trip over.

usage: report_test.py BUILD-FOLDER [unittest options]
"""
import base64
import csv
import hashlib
import html.parser
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import chromium
import ci_formats
import jsonschema
import yaml

PUBLISHED = pathlib.Path(__file__).resolve().parent / "published"
ASSAY = pathlib.Path(sys.argv[1]).resolve() / "bin/assay"

# What would break a terminal, markup, a spreadsheet, JSON, a link or a shell, in every field that a tag has.
NASTY = "=1+1\x1b[2J\x00 </script><b onclick=x>&amp; \"' ]]> [l](http://e) \u202e \ufffe \U0001f600 \\ \r\n\t@$(x) `y` --> {0},;|"


def entry(number, **more):
    return {"id": f"0x{number:016x}", "name": f"f{number}", "kind": "function", "linkage": "external", "file": "a.cpp",
            "lines": f"{10 * number + 1}-{10 * number + 3}", "body": f"{10 * number + 1}:9-{10 * number + 3}:1", "tag-at": 10 * number,
            "tag": "generated", "model": "GPT-4", "normalized-model": "openai/gpt-4", "date": "2024-01-15", "prompt": "p", **more}


def published(name):
    return json.loads((PUBLISHED / name).read_text(encoding="utf-8"))


def cyclonedx_schema():
    schema, nothing = published("cyclonedx-1.6.schema.json"), {"not": {}}
    elsewhere = {"http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json": nothing,
                 "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json": {"definitions": {"signature": nothing}}}
    return jsonschema.Draft7Validator(schema, resolver=jsonschema.RefResolver.from_schema(schema, store=elsewhere),
                                      format_checker=jsonschema.draft7_format_checker)


class Markup(html.parser.HTMLParser):
    """Which elements and attributes a page has, and whether each element that was begun is ended."""
    VOID = {"meta", "input"}

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.attributes = [], set(), set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attributes}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.seen.add(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            raise AssertionError(f"</{tag}> ends what it did not begin")


class Report(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write_manifest(self, *entries):
        text = yaml.safe_dump({"assay": 1, "files": [], "functions": list(entries)}, allow_unicode=False)
        (self.folder / "assay.yaml").write_text(text + "...\n", encoding="utf-8")

    def report(self, *words, wants=0, **environment):
        clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        done = subprocess.run([ASSAY, "report", *words], cwd=self.folder, capture_output=True, check=False, env=clean | environment)
        self.assertEqual(done.returncode, wants, done.stdout + done.stderr)
        return done.stdout.decode(), done.stderr.decode()

    def test_outputs_go_where_they_are_sent(self):
        self.write_manifest(entry(1))
        text, document = self.report()[0], self.report("--format", "json")[0]
        self.assertEqual(self.report("--output", "json"), (document, ""))
        self.assertEqual(self.report("--output", "json=a", "--output", "markdown=new/b", "--output", "text=c"), ("", ""))
        self.assertEqual((self.folder / "a").read_text(encoding="utf-8"), document)
        self.assertIn("# AI-tagged code", (self.folder / "new/b").read_text(encoding="utf-8"))
        self.assertEqual((self.folder / "c").read_text(encoding="utf-8"), text)
        self.assertEqual(self.report("--format", "text", "--output", "json=a"), (text, ""))
        self.assertEqual(sorted(file.name for file in self.folder.iterdir()), ["a", "assay.yaml", "c", "new"])

    def test_outputs_that_cannot_be(self):
        self.write_manifest(entry(1))
        for words in (("--output", "pdf=a"), ("--output", "json="), ("--output", "json=a", "--output", "text=./a"), ("--format", "json=a"),
                      ("--format", "json", "--output", "text"), ("--output", "json=a", "--format", "pdf")):
            with self.subTest(words):
                self.assertEqual(self.report(*words, wants=2)[0], "")
        (self.folder / ".assay.yaml").write_text("format: json=a\n", encoding="utf-8")
        self.report(wants=2)
        self.assertFalse((self.folder / "a").exists())
        self.report("--format", "text", "--output", "json=assay.yaml/a", wants=3)

    def write_nasty_manifest(self):
        self.write_manifest(
            entry(1, name=NASTY, signature=NASTY, file="a b:c,d%41/é.cpp", model=NASTY, prompt=NASTY, note=NASTY, tool=NASTY, date=NASTY,
                  extra={"monitor": NASTY, NASTY: NASTY}, **{"normalized-model": NASTY}),
            entry(2, outcome={"coverage": "skipped", "code": NASTY, "text": NASTY}), entry(3, tag="human"))

    def test_a_reader_of_csv(self):
        self.write_nasty_manifest()
        rows = list(csv.DictReader(io.StringIO(self.report("--output", "csv")[0], newline=""), strict=True))
        self.assertEqual([row["id"][-1] for row in rows], ["1", "2", "3"])
        self.assertEqual({len(row) for row in rows}, {26})
        self.assertTrue(rows[0]["prompt"].startswith("'=1+1\\x1B[2J\\x00 </script>"), rows[0]["prompt"])
        self.assertTrue(rows[0]["prompt"].split("\n")[1].startswith("'\t'@"), rows[0]["prompt"])
        for row in rows:
            for cell in row.values():
                self.assertNotRegex(cell, r"(?m)(^|[;\t])\s*[=+@-]")
                self.assertNotRegex(cell, "[\x00-\x08\x0b-\x1f\x7f\u202e]")

    def test_a_page_is_what_was_written_and_nothing_else(self):
        self.write_nasty_manifest()
        page = self.report("--format", "html")[0]
        markup = Markup(page)
        self.assertEqual(markup.open, [])
        self.assertLessEqual(markup.seen, set("html head meta title style body h1 h2 table caption thead tbody tr th td p div figure figcaption svg g rect text "
                                              "label input span small details summary ul li script".split()))
        self.assertFalse({name for name in markup.attributes if name.startswith("on") or name in ("src", "href", "style")})
        for element in ("style", "script"):
            body = re.findall(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
            self.assertEqual(len(body), 1)
            hashed = base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()
            self.assertIn(f"{element}-src 'sha256-{hashed}'", page)
            self.assertNotRegex(body[0], r"https?:|@import|url\(|fetch|import\(")

    def test_a_browser_sorts_searches_and_runs_nothing_else(self):
        self.write_manifest(entry(1, name="one", date="2024-01-15"), entry(2, name="two", date="", prompt="<img src=x onerror=document.title='run'>"),
                            entry(3, name="three", date="2023-05-01", prompt="=needle"))
        page = self.folder / "report.html"
        self.report("--output", f"html={page}")
        browser = chromium.Chromium(self.folder / "profile")
        self.addCleanup(browser.end)
        browser.call("Page.navigate", url=page.as_uri())
        browser.wait_for("document.getElementById('search')?.hidden === false")
        self.assertEqual(browser.evaluate("document.title"), "AI-tagged code")
        self.assertEqual(browser.evaluate("document.getElementById('shown').textContent"), "3 of 3")
        self.assertNotEqual(browser.evaluate("getComputedStyle(document.body).maxWidth"), "none", "the style holds")
        names = "[...document.querySelectorAll('#functions tbody tr:not([hidden])')].map((row) => row.cells[0].textContent).join()"
        for heading, click in (("date", "three,one,two"), ("date", "one,three,two"), ("function", "one,three,two"), ("function", "two,three,one")):
            browser.evaluate(f"[...document.querySelectorAll('#functions th button')].find((one) => one.textContent === '{heading}').click()")
            self.assertEqual(browser.evaluate(names), click, heading)
        browser.evaluate("document.getElementById('find').value = 'NEEDLE gpt'; document.getElementById('find').dispatchEvent(new Event('input'))")
        self.assertEqual(browser.evaluate(names), "three")
        self.assertEqual(browser.complaints(), [])
        browser.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'document.title = `run`'}))")
        self.assertEqual(browser.evaluate("document.title"), "AI-tagged code", "the policy holds")

    def assert_judged(self, validator, document, breaks):
        """The document is of the published form, and would not be if it were broken so."""
        validator.validate(json.loads(document))
        for right, wrong in breaks:
            self.assertIn(right, document)
            with self.subTest(wrong), self.assertRaises(jsonschema.ValidationError):
                validator.validate(json.loads(document.replace(right, wrong, 1)))

    def test_cyclonedx_is_of_its_published_form(self):
        self.write_nasty_manifest()
        document = self.report("--format", "cyclonedx", SOURCE_DATE_EPOCH="1768473000")[0]
        self.assert_judged(cyclonedx_schema(), document, (
            ('"specVersion": "1.6"', '"specVersion": 1.6'), ('"type": "file"', '"type": "function"'), ('"name": "a.cpp"', '"title": "a.cpp"'),
            ("urn:uuid:", "uuid:"), ('"value": "generated"', '"value": 1'), ('"symbol"', '"function"')))
        bom = json.loads(document)
        self.assertEqual(bom["metadata"]["timestamp"], "2026-01-15T10:30:00Z")
        functions = [function for file in bom["components"] for function in file["components"]]
        self.assertEqual([function["name"] for function in functions], [NASTY, "f2"])
        self.assertIn({"name": "assay:ai:prompt", "value": NASTY}, functions[0]["properties"])
        references = [file["bom-ref"] for file in bom["components"]] + [function["bom-ref"] for function in functions]
        self.assertEqual(len(references), len(set(references)))
        for epoch in ("soon", "-1", "1.5", "99999999999999999999", "999999999999999"):
            self.report("--format", "cyclonedx", wants=2, SOURCE_DATE_EPOCH=epoch)
        self.assertNotIn("timestamp", self.report("--format", "cyclonedx")[0])

    def test_spdx_is_of_its_published_form(self):
        self.write_nasty_manifest()
        document = self.report("--format", "spdx", SOURCE_DATE_EPOCH="1768473000")[0]
        self.assert_judged(jsonschema.Draft202012Validator(published("spdx-3.0.1.schema.json")), document, (
            ('"created": "2026-01-15T10:30:00Z"', '"created": "2026-01-15"'), ('"generates"', '"makes"'), ('"beginIntegerRange": 11', '"beginIntegerRange": 0'),
            ('"software_snippetFromFile"', '"snippetFromFile"'), ('"annotationType": "other"', '"annotationType": "ai"'), ('"@graph"', '"graph"')))
        graph = json.loads(document)["@graph"]
        names = {element["spdxId"] for element in graph if "spdxId" in element}
        for element in graph:
            for key in ("software_snippetFromFile", "subject", "from"):
                self.assertIn(element.get(key, min(names)), names)
        statements = [json.loads(element["statement"]) for element in graph if element["type"] == "Annotation"]
        self.assertEqual([one["prompt"] for one in statements], [NASTY, "p"])

    def test_sarif_and_junit_are_of_their_forms(self):
        self.write_nasty_manifest()
        results = ci_formats.sarif(self.report("--format", "sarif")[0])
        functions = [result for result in results if result["ruleId"] == "ai-code"]
        self.assertEqual([result["properties"].get("prompt") for result in functions], [NASTY, "p"])
        self.assertEqual({result["level"] for result in results}, {"note"})
        self.report("--output", "junit=a.xml", "--output", "sarif=a.sarif")
        root = ci_formats.junit((self.folder / "a.xml").read_bytes())
        self.assertEqual(len(root.findall("testsuite/testcase")), len(results))
        self.assertEqual(root.findall("testsuite/testcase/failure"), [])
        self.assertEqual(len(ci_formats.sarif((self.folder / "a.sarif").read_text(encoding="utf-8"))), len(results))
        (self.folder / "sub").mkdir()
        (self.folder / "assay.yaml").rename(self.folder / "sub/assay.yaml")
        for words, file in (((), "sub/a.cpp"), (("--relative-to", "sub"), "a.cpp")):
            found = ci_formats.sarif(self.report("--format", "sarif", "--manifest", "sub/assay.yaml", *words)[0])
            self.assertEqual(found[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], file)
        self.report("--format", "sarif", "--manifest", "sub/assay.yaml", "--relative-to", "nowhere", wants=2)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
