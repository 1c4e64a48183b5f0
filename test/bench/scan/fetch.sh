#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Fetches one Debian source package for the benchmark: fetch.sh WORK PACKAGE FOLDER
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../../tools/dev.d/source_package.sh"
fetch_source "$@"
