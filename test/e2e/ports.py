# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Ports for servers that have to be told one."""
import socket


def free_port():
    """One that was free a moment ago."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
