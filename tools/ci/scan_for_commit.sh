#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# `assay scan` before a commit: fails when assay.yaml will not be part of it. That a tracked assay.yaml changes is for pre-commit to see.
# usage: scan_for_commit.sh [options of assay scan]; $ASSAY_PROGRAM is the program (default: assay).
set -euo pipefail

"${ASSAY_PROGRAM:-assay}" scan "$@"
if [ -e assay.yaml ] && ! git ls-files --error-unmatch -- assay.yaml >/dev/null 2>&1; then
  echo "assay: error: assay.yaml is not in the index" >&2
  echo "  hint: git add assay.yaml; a project that commits none leaves this hook out" >&2
  exit 1
fi
