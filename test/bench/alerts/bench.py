# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the rules of `assay alerts` cost a Prometheus on one core, for many functions: a day of recorded pieces and an hour of samples are put into
its database, what is exported now is scraped, and it says itself how long its groups took. Their times are wall times, so on a busy
machine they are too long. So the rules are asked once more, one by one and by a Prometheus that does nothing else: its processor time is what a
core takes for them.

usage: bench.py --assay PROGRAM --work FOLDER [--functions N] [--scrape SECONDS] [--evaluations N]
"""
import argparse
import contextlib
import http.server
import json
import os
import pathlib
import shutil
import socket
import subprocess
import threading
import time
import urllib.parse
import urllib.request

import yaml

HOUR = 3600
BLOCK = 2 * HOUR  # promtool reads a text once for each block in it, so each block gets a text of its own
PIECE = 300
PATIENCE_AT_START = 600  # seconds
GROUPS = {"assay-thresholds": 60, "assay-pieces": 300, "assay-days": 240, "assay-functions": 60, "assay-sizes": 300,
          "assay-alerts": 60}  # and their intervals, in seconds
BY_FUNCTION = ("calls", "active", "ended", "errors", "timed", "seconds", "open")
BY_MEMORY = ("memory_calls", "allocated")
BY_SIZE = ("sized", "sizes")
BY_TYPE = ("type_calls", "type_errors", "type_seconds")
# Counters, with what they rise by in a second.
COUNTERS = {"ai_code_calls_total": 2, "ai_code_success_total": 1.98, "ai_code_error_total": 0.02,
            "ai_code_execution_time_seconds_count": 2, "ai_code_execution_time_seconds_sum": 0.002}
SIZE_COUNTERS = {"ai_code_input_size_count": 2, "ai_code_input_size_sum": 200}
MEMORY_COUNTERS = {"ai_code_memory_calls_total": 2, "ai_code_memory_allocated_bytes_total": 2000, "ai_code_memory_freed_bytes_total": 2000}
BOUNDS = [4**k - 1 for k in range(14)]  # of exported sizes, which are up to 200 here
TYPE_COUNTERS = {"ai_code_input_type_total": 1, "ai_code_input_type_error_total": 0.01, "ai_code_input_type_seconds_total": 0.001}


# A function whose tag has limits.
ENTRY = """  - id: "0x{number:016x}"
    name: namespace::Class{group}::method{number}
    kind: method
    linkage: external
    file: src/a.cpp
    lines: {number}-{number}
    tag-at: {number}
    tag: generated
    model: GPT-4
    extra:
      monitor: slower 2x, mean 50ms, errors 5%
"""


def naming(number):
    return f'function="namespace::Class{number // 10}::method{number}",id="0x{number:016x}",ai_source="GPT-4"'


def has_size(number):
    return number % 2 == 0


def has_types(number):
    return number % 10 == 0


def has_limits(number):
    return number % 10 == 2


def has_memory(number):
    return number % 10 == 1


def buckets(names):
    """Of sizes, those of failed calls too."""
    for histogram, rise in (("ai_code_input_size", 2), ("ai_code_failed_input_size", 0.02)):
        for bound in [*BOUNDS, "+Inf"]:
            share = 1 if bound == "+Inf" else min(1, bound / 200)
            yield f"{histogram}_bucket", f'{names},le="{bound}"', rise * share


def exported(number):
    """Counters of a function: series without the instance's labels, rise in a second."""
    names = naming(number)
    for metric, rise in {**COUNTERS, **(SIZE_COUNTERS if has_size(number) else {}), **(MEMORY_COUNTERS if has_memory(number) else {})}.items():
        yield metric, names, rise
    yield "ai_code_open_calls", names, 0
    if has_size(number):
        yield from buckets(names)
    if has_types(number):
        for metric, rise in TYPE_COUNTERS.items():
            for kind in ("Circle", "Square"):
                yield metric, f'{names},type="{kind}"', rise


def pieces(number):
    identity = f'job="assay",id="0x{number:016x}"'
    for stem in BY_FUNCTION + (BY_SIZE if has_size(number) else ()) + (BY_MEMORY if has_memory(number) else ()):
        yield f"assay:{stem}:piece", identity
    if has_types(number):
        for stem in BY_TYPE:
            for kind in ("Circle", "Square"):
                yield f"assay:{stem}:piece", f'{identity},type="{kind}"'


def times(begin, end, step):
    return range(begin + -begin % step, end, step)


def write_text(path, options, window, since, now):
    """All samples of a window, series by series, as OpenMetrics wants them: grouped by metric."""
    begin, end = window
    lines = {}
    for number in range(options.functions):
        for metric, labels in pieces(number):
            prefix = f"{metric}{{{labels}}} "
            lines.setdefault(metric, []).extend(f"{prefix}{0.5 + number % 7 + at % 11 / 100} {at}\n" for at in times(begin, end, PIECE))
        if end <= now - HOUR - 900:
            continue
        for metric, labels, rise in exported(number):
            prefix = f'{metric}{{job="assay",instance="host:9465",{labels}}} '
            lines.setdefault(metric, []).extend(f"{prefix}{(at - since) * rise:.6g} {at}\n"
                                                for at in times(max(begin, now - HOUR - 900), end, options.scrape))
    with path.open("w", encoding="utf-8") as file:
        for metric in sorted(lines):
            file.writelines(lines[metric])
        file.write("# EOF\n")


def fill(options, database, since, now):
    text = options.work / "samples.txt"
    for begin in range(since - since % BLOCK, now, BLOCK):
        write_text(text, options, (max(begin, since), min(begin + BLOCK, now)), since, now)
        subprocess.run(["promtool", "tsdb", "create-blocks-from", "openmetrics", text, database], check=True, stdout=subprocess.DEVNULL)
        print(f"  {min(begin + BLOCK, now) - since:6d} s of {now - since}", flush=True)
    text.unlink()


def serve_metrics(options, since):
    """What is exported now: the address of a server that says it."""
    class Exporter(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            passed = time.time() - since
            text = "".join(f"{metric}{{{labels}}} {passed * rise:.6g}\n" for number in range(options.functions)
                           for metric, labels, rise in exported(number))
            text += "".join(f'ai_code_function_info{{{naming(number)},vendor="openai",date="2024-01-15",file="src/a.cpp",line="{number}"}} 1\n'
                            for number in range(options.functions))
            text += 'ai_code_processes{state="running"} 3\nai_code_lost_calls_total 0\nai_code_unreadable_segments 0\n'
            text += 'ai_code_guards_off 0\nai_code_resident_memory_bytes 1000000000\n'
            self.send_response(200)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Exporter)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"127.0.0.1:{server.server_port}"


def free_address():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{listener.getsockname()[1]}"


@contextlib.contextmanager
def prometheus(options, database, target=None):
    """Without a target it scrapes nothing, and evaluates no rules."""
    address = free_address()
    jobs = [{"job_name": "assay", "static_configs": [{"targets": [target]}],
             "relabel_configs": [{"target_label": "instance", "replacement": "host:9465"}]},
            {"job_name": "itself", "static_configs": [{"targets": [address]}]}]
    configuration = {"global": {"scrape_interval": f"{options.scrape}s"}}
    if target:
        configuration.update(rule_files=["rules.yaml"], scrape_configs=jobs)
    (options.work / "prometheus.yml").write_text(yaml.safe_dump(configuration), encoding="utf-8")
    process = subprocess.Popen(["prometheus", f"--config.file={options.work}/prometheus.yml", f"--storage.tsdb.path={database}",
                                "--storage.tsdb.retention.time=30d", f"--web.listen-address={address}", "--log.level=error"],
                               env={**os.environ, "GOMAXPROCS": "1"})
    try:
        yield address, process.pid
    finally:
        process.terminate()  # writes down what it has in memory
        process.wait()


def ask(address, query, **more):
    words = urllib.parse.urlencode({"query": query, **more}).encode()
    with urllib.request.urlopen(f"http://{address}/api/v1/query", data=words, timeout=600) as answer:
        return json.load(answer)["data"]["result"]


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(options, address, pid):
    """Group -> the longest of its evaluations, in seconds, once the slowest group had some; processor time per second, start left out."""
    longest = dict.fromkeys(GROUPS, 0.0)
    seen = {}
    begun = None
    while min((len(times_of) for times_of in seen.values()), default=0) < options.evaluations or len(seen) < len(GROUPS):
        time.sleep(5)
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(f"http://{address}/api/v1/rules", timeout=600) as answer:
                groups = json.load(answer)["data"]["groups"]
            for group in groups:
                failed = [rule for rule in group["rules"] if rule.get("lastError")]
                if failed:
                    raise SystemExit(f"{failed[0]['name']}: {failed[0]['lastError']}")
                if group["evaluationTime"] > 0:
                    seen.setdefault(group["name"], set()).add(group["lastEvaluation"])
                    longest[group["name"]] = max(longest[group["name"]], group["evaluationTime"])
        if begun is None and "assay-functions" in seen and "assay-alerts" in seen:
            begun = time.monotonic(), processor_seconds(pid)
    return longest, (processor_seconds(pid) - begun[1]) / (time.monotonic() - begun[0])


def wait_until_ready(address):
    """It reads its whole write-ahead log first."""
    end = time.monotonic() + PATIENCE_AT_START
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://{address}/-/ready", timeout=10):
            return
        time.sleep(1)
    raise SystemExit(f"Prometheus is not ready within {PATIENCE_AT_START} s")


def last_record(address):
    """A moment at which what other rules are made of is there: on a busy machine the records of a group come late."""
    return 5 + float(ask(address, "max(max_over_time(timestamp(assay:range:calls)[20m:30s]))")[0]["value"][1])


def processor_seconds_of_rules(options, database, at):
    """Group -> processor time of its rules, asked for one moment with nothing in memory. Counted, so that answers are short."""
    groups = yaml.safe_load((options.work / "rules.yaml").read_text(encoding="utf-8"))["groups"]
    seconds = {}
    with prometheus(options, database) as (address, pid):
        wait_until_ready(address)
        for group in groups:
            begun = processor_seconds(pid)
            for rule in group["rules"]:
                ask(address, f"count({rule['expr']})", time=at)
            seconds[group["name"]] = processor_seconds(pid) - begun
    return seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--assay", type=pathlib.Path, required=True)
    parser.add_argument("--llvm")
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--functions", type=int, default=5000)
    parser.add_argument("--scrape", type=int, default=15)
    parser.add_argument("--evaluations", type=int, default=2)
    options = parser.parse_args()
    options.work = options.work.resolve()
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    entries = "".join(ENTRY.format(number=number, group=number // 10) for number in range(1, options.functions) if has_limits(number))
    (options.work / "assay.yaml").write_text(f"assay: 1\nfunctions:\n{entries}...\n", encoding="utf-8")
    subprocess.run([options.assay.resolve(), "alerts", "-o", "rules.yaml"], cwd=options.work, check=True)
    now = int(time.time())
    since, database = now - 25 * HOUR - 900, options.work / "tsdb"
    print(f"{options.functions} functions, half with sizes, a tenth with two types, a tenth with memory, a tenth with limits, "
          f"scraped every {options.scrape} s; filling the database")
    fill(options, database, since, now)
    with prometheus(options, database, serve_metrics(options, since)) as (address, pid):
        longest, processor = measure(options, address, pid)
        series = {name: int(float(ask(address, f"count({name})")[0]["value"][1])) for name in ("assay:latency:growth", "assay:timed:piece")}
        at = last_record(address)
    taken = processor_seconds_of_rules(options, database, at)
    print(f"with a result: {series['assay:latency:growth']} of {options.functions} functions")
    for group, interval in GROUPS.items():
        print(f"{group:16} {longest[group]:7.3f} s, {taken[group]:7.3f} s of a core, every {interval} s")
    worst = max(longest[group] / interval for group, interval in GROUPS.items())
    print(f"bar alerts.of-interval {worst:.2f} x <=1 {'ok' if worst <= 1 else 'short'}")
    dearest = max(taken[group] / interval for group, interval in GROUPS.items())
    print(f"bar alerts.dearest-group-of-a-core {dearest:.2f} x <=1 {'ok' if dearest <= 1 else 'short'}")
    core = sum(taken[group] / interval for group, interval in GROUPS.items())
    print(f"bar alerts.rules-of-a-core {core:.2f} x <=1 {'ok' if core <= 1 else 'short'}")
    print(f"bar alerts.of-a-core {processor:.2f} x <=0.25 {'ok' if processor <= 0.25 else 'short'}")


if __name__ == "__main__":
    main()
