#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# `assay check` against the manifest that a commit had: only what is new since then is a finding.
# usage: check_since.sh COMMIT [options of assay check]; $ASSAY_PROGRAM is the program (default: assay).
# The manifest is the one that is checked: that of --manifest, else the nearest assay.yaml. A commit without one has nothing that could be known, and so has HEAD before the
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
# As the program finds it: in the working folder, or in the nearest folder above that has one.
nearest_manifest() {
  local folder=.
  while [ ! -e "$folder/assay.yaml" ] && [ ! "$folder" -ef / ]; do folder=$folder/..; done
  if [ -e "$folder/assay.yaml" ]; then echo "$folder/assay.yaml"; else echo ./assay.yaml; fi
}

manifest=$(nearest_manifest)
previous=
for word in "$@"; do
  case $word in --manifest=*) manifest=${word#--manifest=} ;; esac
  if [ "$previous" = --manifest ]; then manifest=$word; fi
  previous=$word
done
folder=$(cd "$(dirname "$manifest")" && pwd -P)
if [ "$(git -C "$folder" rev-parse --show-toplevel 2>/dev/null)" = "$(git rev-parse --show-toplevel)" ]; then
  name=$(git -C "$folder" rev-parse --show-prefix)$(basename "$manifest")
else
  commit=  # of another repository, or of none: no commit of this one has it, whatever has its name here
  name=$manifest
fi

if [ -n "$commit" ] && git cat-file -e "$commit:$name" 2>/dev/null; then
  git show "$commit:$name" >"$before"
  set -- --baseline "$before" "$@"
else
  echo "assay: note: ${commit:-HEAD} has no $name: everything is new" >&2
fi
"${ASSAY_PROGRAM:-assay}" check "$@"
