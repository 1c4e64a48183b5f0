# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""For context: the usual decorator of Python programs, which sends its measurement to a DogStatsD agent at once. Prints
processor ns per call of an empty function: bare, decorated without sending, with one packet, with two."""
import functools
import os
import signal
import socket
import statistics
import time

CALLS, TURNS = 5000, 11


def started_agent():
    """A process that reads what it gets; the address."""
    agent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    agent.bind(("127.0.0.1", 0))
    child = os.fork()
    if child == 0:
        while True:
            agent.recv(512)
    return agent.getsockname(), child


def monitored(send, packets):
    def decorator(function):
        @functools.wraps(function)
        def wrapper(*values, **named):
            begun = time.time()
            result = function(*values, **named)
            tags = f"#function:{function.__name__},ai_source:GPT-4"
            if packets > 0:
                send(f"ai_code.execution_time:{time.time() - begun}|ms|{tags}".encode())
            if packets > 1:
                send(f"ai_code.success:1|c|{tags}".encode())
            return result
        return wrapper
    return decorator


def empty():
    pass


def nanoseconds_of(function):
    begun = time.thread_time_ns()
    for _ in range(CALLS):
        function()
    return (time.thread_time_ns() - begun) / CALLS


def medians(address):
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.connect(address)
    functions = {"call": empty, **{f"decorator-{packets}-packets": monitored(client.send, packets)(empty) for packets in (0, 1, 2)}}
    taken = {name: [] for name in functions}
    for _ in range(TURNS):
        for name, function in functions.items():
            taken[name].append(nanoseconds_of(function))
    return {name: statistics.median(values) for name, values in taken.items()}


def main():
    address, agent = started_agent()
    try:
        for name, nanoseconds in medians(address).items():
            print(name, nanoseconds)
    finally:
        os.kill(agent, signal.SIGTERM)


if __name__ == "__main__":
    main()
