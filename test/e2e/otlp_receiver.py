# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A strict receiver of OTLP/HTTP JSON: it holds requests to the protocol (otlp_protocol.py), and streams to OpenTelemetry's data model."""
import collections
import contextlib
import gzip
import http.server
import socket
import struct
import threading

from otlp_protocol import read_request

SILENCE, RESET = "silence", "reset"
Stream = collections.namedtuple("Stream", "start time value sum cells scale")  # cells: by index, or place; None for zero
FINEST = 3


def attributes_of(attributes):
    read = {one.key: one.value.string_value for one in attributes}
    assert len(read) == len(attributes), "an attribute twice"
    return read


def cells_of(kind, point):
    """By bucket."""
    if kind == "histogram":
        bounds = list(point.explicit_bounds)
        assert len(point.bucket_counts) == len(bounds) + 1 and bounds == sorted(set(bounds)), bounds
        return dict(enumerate(point.bucket_counts))
    assert point.scale <= FINEST and len(point.positive.bucket_counts) <= 160, point
    cells = {point.positive.offset + i: count for i, count in enumerate(point.positive.bucket_counts)}
    return {**cells, None: point.zero_count}


def stream_of(kind, point):
    if kind in ("sum", "gauge"):
        assert point.WhichOneof("value"), "a point without a value"
        return Stream(point.start_time_unix_nano, point.time_unix_nano, point.as_int or point.as_double, 0, {}, 0)
    cells = cells_of(kind, point)
    assert point.HasField("sum") and sum(cells.values()) == point.count, point
    return Stream(point.start_time_unix_nano, point.time_unix_nano, point.count, point.sum, cells, point.scale if kind != "histogram" else 0)


def coarser(cells, steps):
    """The same calls in buckets of a lower scale."""
    assert steps >= 0, "a scale that rises again"
    merged = collections.Counter()
    for index, count in cells.items():
        merged[None if index is None else index >> steps] += count
    return merged


class Streams:
    """What was received, by metric and attributes, model aside."""

    def __init__(self):
        self.now, self.before, self.kinds, self.resource, self.requests = {}, collections.defaultdict(list), {}, None, 0

    def take(self, text):
        request = read_request(text)
        self.requests += 1
        for resource in request.resource_metrics:
            self.resource = attributes_of(resource.resource.attributes)
            for scope in resource.scope_metrics:
                assert scope.scope.name == "assay" and scope.scope.version
                for metric in scope.metrics:
                    self.metric(metric)

    def metric(self, metric):
        kind = metric.WhichOneof("data")
        data = getattr(metric, kind)
        assert metric.name and data.data_points, metric
        assert self.kinds.setdefault(metric.name, (kind, metric.unit)) == (kind, metric.unit), metric.name
        assert kind == "gauge" or data.aggregation_temporality == 2
        assert kind != "sum" or data.is_monotonic
        for point in data.data_points:
            self.point(kind, (metric.name, tuple(sorted(attributes_of(point.attributes).items()))), stream_of(kind, point))

    def point(self, kind, key, stream):
        last = self.now.get(key)
        if last is not None and stream.time < last.time:  # a request that was given up may arrive all the same, and late
            assert kind == "gauge" or stream.start < last.start or stream.value <= last.value, f"{key} was more: {stream} {last}"
            return
        self.now[key] = stream
        if kind == "gauge":
            return
        assert 0 < stream.start < stream.time, (key, stream)
        if last is None:
            return
        if stream.start == last.start:
            assert stream.value >= last.value and stream.sum >= last.sum, f"{key} goes down: {last} {stream}"
            assert all(stream.cells.get(cell, 0) >= count for cell, count in coarser(last.cells, last.scale - stream.scale).items()), f"{key} goes down: {last} {stream}"
        else:
            assert stream.start >= last.time, f"{key} overlaps: {last} {stream}"
            self.before[key].append(last)

    def of(self, name, **wanted):
        """All sequences with these attributes, the ended ones too."""
        found = [key for key in self.now if key[0] == name and wanted.items() <= dict(key[1]).items()]
        return [stream for key in found for stream in [*self.before[key], self.now[key]]]

    def total(self, name, **wanted):
        return sum(stream.value for stream in self.of(name, **wanted))

    def seconds(self, name, **wanted):
        return sum(stream.sum for stream in self.of(name, **wanted))

    def quantile(self, name, share, **wanted):
        """The upper end of the bucket that has it, as readers of exponential histograms do."""
        cells = collections.Counter()
        for stream in self.of(name, **wanted):
            for index, count in stream.cells.items():
                cells[0 if index is None else 2 ** ((index + 1) / 2**stream.scale)] += count
        rank = share * sum(cells.values())
        for end in sorted(cells):
            rank -= cells[end]
            if rank <= 0:
                return end
        return None


def respond(handler, status, text, retry):
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(text)))
    if retry:
        handler.send_header("Retry-After", retry)
    handler.end_headers()
    handler.wfile.write(text.encode())


class Receiver:
    """Answers 200 but for the first requests, which `answers` are for: a status, with a body and Retry-After, SILENCE, or RESET."""

    def __init__(self, *answers):
        self.streams, self.answers, self.wrong, self.heads = Streams(), collections.deque(answers), [], []
        self.lock, self.over = threading.Lock(), threading.Event()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                receiver.answer(self, self.rfile.read(int(self.headers["Content-Length"])))

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, handler, body):
        assert handler.path.endswith("/v1/metrics"), handler.path
        assert handler.headers["Content-Type"] == "application/json", handler.headers
        if handler.headers["Content-Encoding"]:
            assert handler.headers["Content-Encoding"] == "gzip"
            body = gzip.decompress(body)
        self.streams.take(body.decode())

    def answer(self, handler, body):
        with self.lock:
            self.heads.append((handler.path, dict(handler.headers)))
            status, text, retry = self.answers.popleft() if self.answers else (200, "{}", None)
            if status == 200:
                try:
                    self.take(handler, body)
                except Exception as error:  # pylint: disable=broad-except
                    self.wrong.append(repr(error))
        if status == SILENCE:
            self.over.wait()
        elif status == RESET:
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            handler.connection.close()
        else:
            with contextlib.suppress(OSError):  # who was killed hears nothing
                respond(handler, status, text, retry)

    def close(self):
        self.over.set()
        self.server.shutdown()
        self.server.server_close()
