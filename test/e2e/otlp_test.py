# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay serve --otlp`: what a strict receiver has added up is what the programs called, whatever comes and goes meanwhile: programs, the
server, the receiver.

usage: otlp_test.py BUILD-FOLDER [unittest options]
"""
import json
import pathlib
import re
import sys
import unittest
import urllib.request

from counting_program import CountingProgram
from otlp_protocol import read_request
from otlp_receiver import RESET, SILENCE, Receiver
from waiting import PATIENCE, wait_for

CountingProgram.build = pathlib.Path(sys.argv[1]).resolve()

POINT = '{"startTimeUnixNano": "1", "timeUnixNano": "2", "asInt": "3"}'
REQUEST = '{"resourceMetrics": [{"scopeMetrics": [{"metrics": [{"name": "m", "sum": {"aggregationTemporality": 2, "dataPoints": [POINT]}}]}]}]}'


class Otlp(CountingProgram):
    maxDiff = None

    def receiver(self, *answers):
        receiver = Receiver(*answers)
        self.addCleanup(receiver.close)
        return receiver

    def expect(self, receiver, calls):
        streams, errors = receiver.streams, calls // 10
        self.assertEqual(receiver.wrong, [])
        found = {(name, function): streams.total(f"ai_code.{name}", function=function) for name, function in (
            ("calls", "often"), ("success", "often"), ("execution_time", "often"), ("calls", "fails"), ("success", "fails"), ("error", "fails"))}
        self.assertEqual(found, {("calls", "often"): calls, ("success", "often"): calls, ("execution_time", "often"): calls, ("calls", "fails"): calls,
                                 ("success", "fails"): calls - errors, ("error", "fails"): errors})

    def of_api(self, process, function):
        with urllib.request.urlopen(f"http://{process.address}/api/functions", timeout=PATIENCE) as answer:
            return next(one for one in json.load(answer)["functions"] if one["name"] == function)

    def test_all_that_is_counted_arrives(self):
        receiver = self.receiver()
        serve = self.serve("--otlp", receiver.url)
        self.run_program(3000)
        self.run_program(2000, "killed")
        counted = self.of_api(serve, "often")
        self.assertEqual(self.end(serve), "")
        self.expect(receiver, 5000)
        streams = receiver.streams
        self.assertAlmostEqual(streams.seconds("ai_code.execution_time", function="often") / counted["totalSeconds"], 1, 9)
        for share, key in ((0.5, "p50Seconds"), (0.9, "p90Seconds"), (0.99, "p99Seconds")):
            ratio = streams.quantile("ai_code.execution_time", share, function="often") / counted[key]
            self.assertTrue(0.8 < ratio < 1.3, f"{key}: {ratio}")
        self.assertEqual(streams.kinds["ai_code.execution_time"], ("exponential_histogram", "s"))
        self.assertEqual(streams.total("ai_code.processes", state="ended"), 2)
        self.assertEqual({"assay", "cpp"}, {streams.resource["service.name"], streams.resource["telemetry.sdk.language"]})

    def test_programs_and_servers_that_are_started_again(self):
        receiver = self.receiver()
        self.run_program(1000)  # before there was a server: of no time that it could say
        for calls in (20, 300):
            self.run_program(calls)  # while none runs: the first is not known to be new, the second is
            serve = self.serve("--otlp", receiver.url, history="history.db")
            self.run_program(4000)
            self.end(serve)
        self.expect(receiver, 4000 + 300 + 4000)
        for segment in self.segments.iterdir():
            segment.unlink()
        serve = self.serve("--otlp", receiver.url, history="history.db")
        self.run_program(50)
        self.end(serve)
        self.expect(receiver, 8350)
        self.assertEqual(len(receiver.streams.of("ai_code.calls", function="often")), 3, "a sequence for each server")

    def test_a_history_that_has_nothing_yet(self):
        receiver = self.receiver()
        self.segments.mkdir()
        self.end(self.serve("--otlp", receiver.url, history="history.db"))
        self.run_program(60)
        self.end(self.serve("--otlp", receiver.url, history="history.db"))
        self.expect(receiver, 60)

    def test_receivers_that_have_other_things_to_do(self):
        """One is busy, one hangs; both are to be seen when the servers' clock has struck. The first server is killed then."""
        busy, silent = self.receiver((503, "busy", "1"), (RESET, "", None), (429, "", None), (504, "", "0")), self.receiver((SILENCE, "", None))
        killed = self.serve("--otlp", busy.url, history="history.db")
        waiting = self.serve("--otlp", silent.url, OTEL_EXPORTER_OTLP_TIMEOUT="60000")
        self.run_program(700)
        wait_for(lambda: silent.heads and len(busy.heads) >= 5, "four tries, and one that worked; one that hangs", 60)
        wait_for(lambda: busy.streams.total("ai_code.calls", function="often") == 700, "what is known there", 30)
        self.assertRegex(self.metrics(killed), r'ai_code_otlp_requests_total\{state="failed"\} 4\n')
        self.assertRegex(self.metrics(waiting), r'ai_code_calls_total\{function="often".* 700\n', "it answers all the same")
        killed.kill()
        self.run_program(50)
        self.assertEqual(self.end(waiting), "")
        self.expect(silent, 750)
        self.assertEqual(self.end(self.serve("--otlp", busy.url, history="history.db")), "")
        self.expect(busy, 750)
        self.assertEqual(len(busy.streams.of("ai_code.calls", function="often")), 2)

    def test_each_reason_is_said(self):
        receiver = self.receiver((503, "busy", "0"), (RESET, "", None))
        serve = self.serve("--otlp", receiver.url)
        self.run_program(70)
        said = self.end(serve)
        for words in ("503 busy", "assay-serve-003", "reset"):
            self.assertIn(words, said)
        self.expect(receiver, 70)

    def test_what_is_refused_is_said(self):
        for answer, words in (((400, "no", None), "400 no"), ((200, '{"partialSuccess":{"rejectedDataPoints":"2","errorMessage":"too new"}}', None), "too new")):
            receiver = self.receiver(*[answer] * 20)
            serve = self.serve("--otlp", receiver.url)
            self.run_program(30)
            said = self.end(serve)
            self.assertIn(words, said)
            self.assertIn("assay-serve-004", said)
            self.assertEqual(receiver.wrong, [])

    def test_what_does_not_arrive_is_said(self):
        receiver = self.receiver(*[(503, "", None)] * 50)
        serve = self.serve("--otlp", receiver.url)
        self.run_program(30)
        self.assertRegex(self.end(serve), r"the last \d+ points did not reach .*assay-serve-005")

    def test_what_the_environment_says(self):
        receiver = self.receiver()
        serve = self.serve("--otlp", "auto", OTEL_EXPORTER_OTLP_ENDPOINT=receiver.url + "/base", OTEL_EXPORTER_OTLP_HEADERS="api-key=a%20b",
                           OTEL_EXPORTER_OTLP_COMPRESSION="gzip", OTEL_SERVICE_NAME="ledger", OTEL_RESOURCE_ATTRIBUTES="team=a")
        self.run_program(40)
        self.end(serve)
        self.expect(receiver, 40)
        path, head = receiver.heads[0]
        self.assertEqual((path, head["api-key"], head["Content-Encoding"]), ("/base/v1/metrics", "a b", "gzip"))
        self.assertEqual((receiver.streams.resource["service.name"], receiver.streams.resource["team"]), ("ledger", "a"))

    def test_what_the_manifest_says(self):
        receiver, manifest = self.receiver(), self.folder / "assay.yaml"
        self.run_program(1)
        identity = re.search(r'function="often",id="(\w+)"', self.assay("serve", "--once", "--segments", self.segments).stdout).group(1)
        manifest.write_text(f'assay: 1\nfunctions:\n  - id: "{identity}"\n    name: often\n    kind: function\n    linkage: external\n    file: a.cc\n'
                            "    lines: 3-5\n    tag-at: 2\n    tag: generated\n    model: GPT-4\n    prompt: a secret\n...\n", encoding="utf-8")
        serve = self.serve("--otlp", receiver.url, "--manifest", manifest)
        self.run_program(40)
        self.end(serve)
        self.expect(receiver, 40)
        self.assertEqual(receiver.streams.total("ai_code.calls", function="often", ai_source="GPT-4", id=identity), 40)
        self.assertEqual(receiver.streams.total("ai_code.calls", function="fails", ai_source="unknown"), 40)
        self.assertEqual(receiver.streams.total("ai_code.function_info", id=identity, ai_source="GPT-4", file="a.cc", line="3"), 1)

    def test_what_cannot_be(self):
        for url, words in (("https://localhost:4318", "no TLS is spoken here"), ("localhost:4318", "http://HOST:PORT"),
                           ("http://256.0.0.1.invalid", "has no address")):
            done = self.assay("serve", "--otlp", url)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(words, done.stderr)

    def test_the_receiver_is_strict(self):
        read_request(REQUEST.replace("POINT", POINT))
        for point in ('{"start_time_unix_nano": "1"}', '{"timeUnixNano": 2}', '{"asInt": 3}', '{"asDouble": "3"}', '{"asInt": "03"}', '{"other": 1}',
                      '{"asDouble": NaN}', '{"asInt": "1", "asDouble": 1}', '{"flags": true}', '{"asInt": "1", "asInt": "1"}'):
            with self.assertRaises(Exception, msg=point):
                read_request(REQUEST.replace("POINT", point))
        for request in (REQUEST.replace('": 2', '": "AGGREGATION_TEMPORALITY_CUMULATIVE"'), REQUEST.replace("resourceMetrics", "resource_metrics")):
            with self.assertRaises(Exception, msg=request):
                read_request(request.replace("POINT", POINT))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
