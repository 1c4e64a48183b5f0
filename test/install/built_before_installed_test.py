# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What tools/dev builds before it installs the runtime is all that is installed: on a fresh machine nothing else is there.

usage: built_before_installed_test.py SOURCE-FOLDER BUILD-FOLDER NINJA [unittest options]
"""
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE, BUILD, NINJA = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
STEPS = ("tools/dev", "tools/dev.d/corpus.sh")


def installed():
    script = (BUILD / "lib/runtime/cmake_install.cmake").read_text(encoding="utf-8")
    return {pathlib.Path(path).relative_to(BUILD).as_posix() for path in re.findall(r'"([^"]+\.(?:a|so))"', script)
            if path.startswith(str(BUILD))}


def built_by(targets):
    done = subprocess.run([NINJA, "-C", str(BUILD), "-t", "graph", *targets], capture_output=True, text=True, check=True)
    return set(re.findall(r'label="([^"]+)"', done.stdout))


class BuiltBeforeInstalled(unittest.TestCase):
    def test_every_step_that_installs_has_built_all_of_it(self):
        archives = installed()
        self.assertIn("lib/runtime/libassay_allocation.a", archives)
        for step in STEPS:
            calls = re.findall(r"^  build release (\S.*)$", (SOURCE / step).read_text(encoding="utf-8"), re.M)
            self.assertEqual(len(calls), 1, step)
            self.assertEqual(archives - built_by(calls[0].split()), set(), step)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
