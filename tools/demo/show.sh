# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# How the demo shows a step: title, command, the beginning of the output. Sourced by demo.sh, after steps.sh.

shown_steps=0
readonly shown_lines=${ASSAY_DEMO_LINES:-16}

title() {
  shown_steps=$((shown_steps + 1))
  printf '\n%s%d. %s%s\n' "$bold" "$shown_steps" "$1" "$plain"
}

go_to() {
  printf '%s$ cd %s%s\n' "$dim" "$(typed "$1")" "$plain"
  cd "$1"
}

# Words as one would type them: paths below the repository are shortened, what the shell would split is quoted.
typed() {
  local word line=''
  for word in "$@"; do
    word=${word//"$ASSAY_ROOT/"/}
    [[ $word =~ ^[A-Za-z0-9_./:=,@%+-]+$ ]] || word="'$word'"
    line+="${line:+ }$word"
  done
  printf '%s' "$line"
}

trimmed() {
  local lines
  lines=$(wc -l <"$1")
  head -n "$((lines == shown_lines + 1 ? lines : shown_lines))" "$1" | cut -c 1-150 | sed 's/^/  /'
  if [ "$lines" -gt "$((shown_lines + 1))" ]; then
    printf '  %s… %d more lines in %s%s\n' "$dim" "$((lines - shown_lines))" "${1#"$ASSAY_ROOT/"}" "$plain"
  fi
}

# show_codes "0 1" COMMAND…: shows the command and its output; an exit code that is not listed ends the demo.
show_codes() {
  local codes=$1 code=0 log
  shift
  log=$ASSAY_LOGS/$(printf '%02d-%s' "$shown_steps" "$(basename "$1")").log
  while [ -e "$log" ]; do log=${log%.log}+.log; done
  printf '%s$ %s%s\n' "$dim" "$(typed "$@")" "$plain"
  run_logged "$(basename "$1")" "$log" "$@" || code=$?
  trimmed "$log"
  if [[ " $codes " != *" $code "* ]]; then
    tail -n 40 "$log" >&2
    die "$code" "this step failed with exit code $code" "the whole output: ${log#"$ASSAY_ROOT/"}"
  fi
  if [ "$code" -ne 0 ]; then printf '  %s(exit code %d, as expected here)%s\n' "$dim" "$code" "$plain"; fi
}

show() { show_codes 0 "$@"; }

# quietly TITLE COMMAND…: for steps whose output says nothing to the reader.
quietly() {
  local begin log code=0 name=$1
  shift
  begin=$(now)
  log=$ASSAY_LOGS/$(printf '%02d-%s' "$shown_steps" "$(printf '%s' "$name" | tr -c 'A-Za-z0-9\n' '-')").log
  run_logged "$name" "$log" "$@" || code=$?
  if [ "$code" -ne 0 ]; then
    tail -n 40 "$log" >&2
    die "$code" "$name: failed with exit code $code" "the whole output: ${log#"$ASSAY_ROOT/"}"
  fi
  printf '  %s: done in %d s\n' "$name" "$(($(now) - begin))"
}
