# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Whether a document is SARIF or JUnit as code hosts and CI systems take it. Raises what says why it is not; knows nothing of what the
results are about.
"""
import json
import pathlib
import xml.etree.ElementTree as xml

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
# What assay writes and GitHub asks for, and the whole standard.
SARIF = [jsonschema.Draft7Validator(json.loads((HERE / "check_sarif.schema.json").read_text(encoding="utf-8"))),
         jsonschema.Draft4Validator(json.loads((HERE / "published/sarif-2.1.0.schema.json").read_text(encoding="utf-8")))]
# As JUnit's readers know it: element -> attributes it must have, and may have besides.
JUNIT = {"testsuites": ({"name", "tests", "failures", "errors", "time"}, set()),
         "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, set()),
         "testcase": ({"classname", "name", "time"}, {"file"}),
         "failure": ({"message", "type"}, set()),
         "system-out": (set(), set())}
INSIDE = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure", "system-out"}, "failure": set(), "system-out": set()}


def claim(holds, why):
    if not holds:
        raise AssertionError(why)


def sarif(text):
    """The results of a log that is what it should be."""
    log = json.loads(text)
    for validator in SARIF:
        validator.validate(log)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        claim(rules[result["ruleIndex"]] == result["ruleId"], "a result leads to another rule")
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    claim(len(prints) == len(set(prints)), "two results have one fingerprint")
    return run["results"]


def junit(text):
    """The root of a document that is what it should be."""
    root = xml.fromstring(text)
    claim(root.tag == "testsuites", root.tag)
    for element in root.iter():
        needed, besides = JUNIT[element.tag]
        claim(needed <= set(element.attrib) <= needed | besides, element.attrib)
        claim({child.tag for child in element} <= INSIDE[element.tag], element.tag)
    for suite in root:
        cases = suite.findall("testcase")
        claim(int(suite.get("tests")) == len(cases), "tests are counted wrong")
        claim(int(suite.get("failures")) == len(suite.findall("testcase/failure")), "failures are counted wrong")
    for count in ("tests", "failures"):
        claim(int(root.get(count)) == sum(int(suite.get(count)) for suite in root), "suites do not add up")
    return root
