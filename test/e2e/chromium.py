# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A Chromium without a window, driven through its debugging pipe: messages in JSON, each ended by a zero byte."""
import base64
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

PATIENCE = 60  # seconds until something counts as never


class Chromium:
    def __init__(self, profile):
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if program is None:
            raise FileNotFoundError("there is no chromium: tools/dev setup test")
        theirs_in, self.out = os.pipe()
        self.incoming, theirs_out = os.pipe()
        self.process = subprocess.Popen(["/bin/sh", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "sh", program, "--headless=new",
                                         "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
                                         f"--user-data-dir={profile}", "about:blank"], pass_fds=(theirs_in, theirs_out),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        start_new_session=True)
        self.profile = pathlib.Path(profile)
        os.close(theirs_in)
        os.close(theirs_out)
        self.number, self.rest, self.events, self.session = 0, b"", [], None
        target = next(one for one in self.call("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self):
        while b"\0" not in self.rest:
            more = os.read(self.incoming, 1 << 20)
            if not more:
                raise AssertionError("Chromium has ended")
            self.rest += more
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def evaluate(self, expression):
        """The value of a JavaScript expression; of a promise, what becomes of it."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait_for(self, expression):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            value = self.evaluate(expression)
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"never: {expression}")

    def key(self, key):
        for kind in ("keyDown", "keyUp"):
            text = {"text": key} if kind == "keyDown" and len(key) == 1 else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, **text)

    def screenshot(self, file):
        pathlib.Path(file).write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def complaints(self):
        """What the page has thrown, or said to the console as an error, or was forbidden."""
        self.evaluate("0")
        bad = [one for one in self.events if one.get("method") == "Runtime.exceptionThrown"]
        bad += [one for one in self.events if one.get("method") == "Log.entryAdded" and one["params"]["entry"]["level"] == "error"]
        bad += [one for one in self.events if one.get("method") == "Runtime.consoleAPICalled" and one["params"]["type"] == "error"]
        return bad

    def end(self):
        """Ends all its processes and removes the profile: those that outlive the first one still write into it."""
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        end = time.monotonic() + PATIENCE
        while self.profile.exists() and time.monotonic() < end:
            shutil.rmtree(self.profile, ignore_errors=True)
        os.close(self.out)
        os.close(self.incoming)
