# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""DogStatsD agents for tests: sockets that packets arrive at, by UDP, by Unix datagrams and by a Unix stream, and a strict reader."""
import collections
import contextlib
import math
import os
import re
import socket
import threading

NUMBER = r"\d+(?:\.\d+)?"
MESSAGE = re.compile(rf"(?P<name>[a-z_.]+):(?P<values>{NUMBER}(?::{NUMBER})*)\|(?P<type>[cdh])(?:\|@(?P<rate>{NUMBER}))?(?:\|#(?P<tags>[^|\n,]+(?:,[^|\n,]+)*))?")


class Totals(collections.Counter):
    """By metric and function, as an agent would count them."""

    def add(self, packet):
        for line in packet.decode().split("\n"):
            found = MESSAGE.fullmatch(line)
            assert found, line
            tags = dict(tag.partition(":")[::2] for tag in (found["tags"] or "").split(","))
            values = [float(value) for value in found["values"].split(":")]
            weight = math.floor(1 / float(found["rate"] or 1))
            self[found["name"], tags.get("function")] += weight * (sum(values) if found["type"] == "c" else len(values))


class Agent:
    """From its making to close(); made again at the same path it is the agent started again."""

    def __init__(self, kind, path=None):
        self.totals, self.packets, self.lock = Totals(), [], threading.Lock()
        self.path, self.connections = path, []
        self.socket = socket.socket(socket.AF_INET if kind == "udp" else socket.AF_UNIX, socket.SOCK_STREAM if kind == "stream" else socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0) if kind == "udp" else str(path))
        self.url = f"udp://127.0.0.1:{self.socket.getsockname()[1]}" if kind == "udp" else f"unix://{path}"
        if kind == "stream":
            self.socket.listen()
        self.thread = threading.Thread(target=self.accept if kind == "stream" else self.receive, daemon=True)
        self.thread.start()

    def take(self, packet):
        with self.lock:
            self.packets.append(packet)
            self.totals.add(packet)

    def receive(self):
        with contextlib.suppress(OSError):
            while packet := self.socket.recv(65536):
                self.take(packet)

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                connection = self.socket.accept()[0]
                self.connections.append(connection)
                self.read(connection)

    def read(self, connection):
        with contextlib.suppress(OSError), connection.makefile("rb") as stream:
            while head := stream.read(4):
                self.take(stream.read(int.from_bytes(head, "little")))

    def count(self, name, function):
        with self.lock:
            return self.totals[f"ai_code.{name}", function]

    def close(self):
        for one in [self.socket, *self.connections]:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        if self.path and self.path.exists():
            os.unlink(self.path)
