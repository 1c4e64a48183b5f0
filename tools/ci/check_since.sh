#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# `assay check` against the manifest that a commit had: only what is new since then is a finding.
# usage: check_since.sh COMMIT [options of assay check]; $ASSAY_PROGRAM is the program (default: assay).
# The manifest is the assay.yaml of the working folder. A commit without one has nothing that could be known, and so has HEAD before the
# first commit.
set -euo pipefail

commit=$1
shift
if [ "$commit" = HEAD ] && ! git rev-parse --quiet --verify HEAD >/dev/null && git symbolic-ref --quiet HEAD >/dev/null; then
  commit=  # before the first commit
elif ! git rev-parse --quiet --verify "$commit^{commit}" >/dev/null; then
  echo "assay: error: there is no commit $commit here" >&2
  echo "  hint: fetch it; of actions/checkout that is fetch-depth: 0, of GitLab GIT_DEPTH: 0" >&2
  exit 2
fi
before=$(mktemp)
trap 'rm -f "$before"' EXIT
baseline=()
if [ -n "$commit" ] && git cat-file -e "$commit:./assay.yaml" 2>/dev/null; then
  git show "$commit:./assay.yaml" >"$before"
  baseline=(--baseline "$before")
fi
"${ASSAY_PROGRAM:-assay}" check "${baseline[@]}" "$@"
