# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a figure depends on besides the code: the processor, and the versions of everything that is compared."""
import os
import pathlib
import platform
import re
import shutil
import subprocess


def said(command):
    """The first line with a digit of what a program says."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return next((text.strip() for text in done.stdout.splitlines() if re.search(r"\d", text)), "unknown")


class Tools:
    """The programs of a run, and where it tells of its progress."""

    def __init__(self, assay, llvm, progress):
        self.assay, self.llvm, self.progress = assay, llvm, progress
        self.clang_tidy = f"clang-tidy-{llvm}"
        self.clang = f"clang-{llvm}"
        self.scan_deps = f"clang-scan-deps-{llvm}"
        self.ripgrep, self.ctags = "rg", "ctags-universal"
        scan_help = subprocess.run([assay, "scan", "--help"], capture_output=True, text=True, check=False).stdout
        self.has_cache = "--no-cache" in scan_help

    def missing(self):
        wanted = (self.clang_tidy, self.clang, self.scan_deps, self.ripgrep, self.ctags, "cmake", "ninja", "git",
                  "apt-get", "dpkg-source")
        return [name for name in wanted if not shutil.which(name)]

    def cold(self):
        """The words that leave the result cache out."""
        return ["--no-cache"] if self.has_cache else []


def processor():
    text = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    found = re.search(r"^(?:model name|CPU part)\s*:\s*(.*)$", text, re.M)
    return found.group(1) if found else platform.machine()


def header(tools):
    rows = [
        ("machine", f"{processor()}, {len(os.sched_getaffinity(0))} cores, Linux {platform.release()}, "
                    f"load {os.getloadavg()[0]:.1f}"),
        ("assay", said([tools.assay, "--version"])),
        (tools.clang_tidy, said([tools.clang_tidy, "--version"])),
        (tools.clang, said([tools.clang, "--version"])),
        ("ripgrep", said([tools.ripgrep, "--version"])),
        ("ctags", said([tools.ctags, "--version"])),
    ]
    if os.getloadavg()[0] > 0.5 * len(os.sched_getaffinity(0)):
        rows.append(("note", "the machine is busy: trust ratios and cpu times, not seconds"))
    if not tools.has_cache:
        rows.append(("note", "this assay has no --no-cache: nothing is kept between scans, every scan is cold"))
    return "\n".join(f"  {name:<14} {value}" for name, value in rows)
