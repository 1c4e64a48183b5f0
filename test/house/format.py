# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""clang-format over our C and C++ files: formats them, or with --check says which are not formatted."""
import argparse
import pathlib
import subprocess
import sys

import repository


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clang-format", default="clang-format", metavar="PROGRAM")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("repository", type=pathlib.Path)
    options = parser.parse_args()
    paths = repository.sources(options.repository.resolve())
    if not paths:
        sys.exit("no source file was found: nothing would be checked")
    mode = ["--dry-run", "--Werror"] if options.check else ["-i"]
    done = subprocess.run([options.clang_format, *mode, *paths], cwd=options.repository, check=False)
    print(f"{len(paths)} files {'checked' if options.check else 'formatted'}")
    sys.exit(1 if done.returncode else 0)


if __name__ == "__main__":
    main()
