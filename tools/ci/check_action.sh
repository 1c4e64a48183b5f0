#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What action.yml runs. The inputs come as variables, so that none of them is ever part of a script.
# A runner takes some lines of a log for commands, and findings quote what a pull request wrote: while they are printed, commands are
# stopped by a word that nobody could know. Annotations are commands; they come after it, from a file.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${INPUT_PROGRAM:-assay}
if ! command -v "$program" >/dev/null; then
  if [ "$program" != assay ]; then
    echo "::error::there is no program $program" >&2
    exit 2
  fi
  echo "There is no assay here: it is built now, once for this job."
  "$here/../dev" build
  program=$here/../../build/release/bin/assay
fi

annotations=$(mktemp)
trap 'rm -f "$annotations"' EXIT
arguments=(--output text --output "github=$annotations" --fail-on "${INPUT_FAIL_ON:-error}")
if [ "${INPUT_SCAN:-true}" = true ]; then arguments+=(--scan); fi
if [ "${INPUT_REDACT_PROMPTS:-false}" = true ]; then arguments+=(--redact-prompts); fi
if [ -n "${INPUT_BUILD_FOLDER:-}" ]; then arguments+=(--build-folder "$INPUT_BUILD_FOLDER"); fi
if [ -n "${INPUT_SARIF:-}" ]; then arguments+=(--output "sarif=$INPUT_SARIF"); fi

# GitHub wants places relative to the repository, wherever in it the check runs.
repository=$(git rev-parse --show-toplevel 2>/dev/null) || repository=${GITHUB_WORKSPACE:-}
if [ -n "$repository" ]; then arguments+=(--relative-to "$repository"); fi

# The file for the steps that follow, which run in the workspace; none where the check has written none.
tell_sarif() {
  if [ -z "${INPUT_SARIF:-}" ] || [ ! -e "$INPUT_SARIF" ]; then return; fi
  local file=$INPUT_SARIF
  case $file in
    /*) ;;
    *) if [ "${INPUT_WORKING_DIRECTORY:-.}" != . ]; then file=${INPUT_WORKING_DIRECTORY%/}/$file; fi ;;
  esac
  echo "sarif=$file" >>"${GITHUB_OUTPUT:-/dev/null}"
}

check() {
  if [ -n "${INPUT_SINCE:-}" ]; then
    ASSAY_PROGRAM=$program "$here/check_since.sh" "$INPUT_SINCE" "${arguments[@]}"
  else
    "$program" check "${arguments[@]}"
  fi
}

if [ -n "${INPUT_SARIF:-}" ]; then rm -f "$INPUT_SARIF"; fi  # one of before is not this check's
# One stream, so that the runner sees all of it between the two lines.
word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$word"
status=0
check 2>&1 || status=$?
printf '\n::%s::\n' "$word"
cat "$annotations"
tell_sarif
exit "$status"
