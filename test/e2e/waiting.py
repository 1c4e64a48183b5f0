# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Waiting for what another process does: asked again and again, up to a deadline."""
import time

PATIENCE = 60  # seconds until something counts as never


def wait_for(condition, what, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{what}: not within {patience} s")
