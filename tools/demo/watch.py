# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The demo's last step: `assay serve` is up for a moment. Its metrics are fetched, a real Prometheus scrapes them, and a real browser draws its page.

usage: watch.py ASSAY SEGMENTS MANIFEST WORK-FOLDER FUNCTION=CALLS
"""
import contextlib
import json
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

PATIENCE = 60  # seconds until something counts as never
PICTURE = "page.png"


def program(*names):
    """The first of them that is here."""
    found = next((path for path in map(shutil.which, names) if path), None)
    return found or sys.exit(f"watch.py: there is no {names[0]}: tools/dev setup demo")


def fetched(url):
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return answer.read().decode()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def running(command, end, **options):
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        process.send_signal(end)
        process.communicate(timeout=PATIENCE)


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError, urllib.error.URLError):
            if condition():
                return
        time.sleep(0.1)
    sys.exit(f"watch.py: {what}: not within {PATIENCE} s")


def scrape(address, function, calls, work):
    port = free_port()
    configuration = {"global": {"scrape_interval": "1s", "scrape_timeout": "1s"},
                     "scrape_configs": [{"job_name": "assay", "static_configs": [{"targets": [address]}]}]}
    (work / "prometheus.yml").write_text(json.dumps(configuration), encoding="utf-8")
    shutil.rmtree(work / "prometheus", ignore_errors=True)
    query = f'ai_code_calls_total{{function="{function}"}}'

    def has_it():
        answer = json.loads(fetched(f"http://127.0.0.1:{port}/api/v1/query?" + urllib.parse.urlencode({"query": query})))
        return [one["value"][1] for one in answer["data"]["result"]] == [calls]

    with running([program("prometheus"), "--config.file=prometheus.yml", "--storage.tsdb.path=prometheus", f"--web.listen-address=127.0.0.1:{port}",
                  "--log.level=error"], signal.SIGKILL, cwd=work):
        wait_for(has_it, f"{query} is not {calls} in Prometheus")
    print(f"Prometheus scraped it: {query} is {calls}")


def draw(address, work):
    picture = work / PICTURE
    picture.unlink(missing_ok=True)
    subprocess.run([program("chromium", "chromium-browser"), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    f"--user-data-dir={work}/browser", "--window-size=1300,900", "--virtual-time-budget=3000", f"--screenshot={picture}",
                    f"http://{address}/"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False)
    if not picture.exists():
        sys.exit("watch.py: the browser has drawn nothing")
    print(f"a browser drew the page: {PICTURE}, {picture.stat().st_size // 1000} kB")


def main():
    assay, segments, manifest, work = sys.argv[1], *map(pathlib.Path, sys.argv[2:5])
    function, calls = sys.argv[5].rsplit("=", 1)
    command = [assay, "serve", "--listen", "127.0.0.1:0", "--segments", segments, "--manifest", manifest, "--history", work / "history.db"]
    for earlier in work.glob("history.db*"):  # of an earlier demo, with that one's calls
        earlier.unlink()
    with running(command, signal.SIGTERM, stdout=subprocess.PIPE, text=True) as serve:
        address = serve.stdout.readline().split("//")[1].split("/")[0]
        metrics = fetched(f"http://{address}/metrics").splitlines()
        print(f"/metrics has {sum(not line.startswith('#') for line in metrics)} series, of {sum(line.startswith('ai_code_calls_total') for line in metrics)} functions")
        scrape(address, function, calls, work)
        draw(address, work)


if __name__ == "__main__":
    main()
