# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Steps with progress, for tools/dev and the demo: a step's output goes to a log; what the reader sees is a bar on a
# terminal, a plain line every few seconds in a log, and the end of the output when the step fails.
# Sourced by bash. Needs ASSAY_LOGS, a folder for the logs.

on_terminal() { [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; }

if on_terminal && [ -z "${NO_COLOR:-}" ]; then
  readonly bold=$'\033[1m' dim=$'\033[2m' red=$'\033[31m' green=$'\033[32m' plain=$'\033[0m'
else
  readonly bold='' dim='' red='' green='' plain=''
fi

say() { printf '%s\n' "$*" >&2; }

# die EXIT_CODE MESSAGE [HINT]
die() {
  say "${red}error:${plain} $2"
  [ $# -lt 3 ] || say "  hint: $3"
  exit "$1"
}

# Whole seconds since the shell began; enough for progress.
now() { printf '%s' "$SECONDS"; }

# "12/230" from the last ninja or ctest counter of a log, else nothing.
counter_of() {
  tail -c 4096 "$1" 2>/dev/null | tr '\r' '\n' | grep -oE '^ *\[ *[0-9]+/[0-9]+\]|^ *[0-9]+/[0-9]+ Test' |
    tail -n 1 | grep -oE '[0-9]+/[0-9]+' || true
}

bar_of() {
  local done=${1%/*} total=${1#*/} cells=20 filled
  filled=$((total > 0 ? done * cells / total : 0))
  printf '[%s%s]' "$(printf '%*s' "$filled" '' | tr ' ' '=')" "$(printf '%*s' "$((cells - filled))" '')"
}

# The last line of a log, for a step that does not count.
last_line_of() { tail -c 1024 "$1" 2>/dev/null | tr '\r' '\n' | grep -v '^ *$' | tail -n 1 | cut -c 1-60 || true; }

# draw_progress TITLE LOG SECONDS
draw_progress() {
  local counter detail
  counter=$(counter_of "$2")
  detail=${counter:-$(last_line_of "$2")}
  if on_terminal; then
    printf '\r\033[K%s%s, %s s  %s' "${counter:+$(bar_of "$counter") }" "$1" "$3" "${dim}$detail${plain}" >&2
  else
    say "   $1: ${3} s${detail:+, $detail}"
  fi
}

# follow PID TITLE LOG: shows progress until the process ends; nothing before the first second.
follow() {
  local pid=$1 title=$2 log=$3 begin shown=0 elapsed every=10
  begin=$(now)
  on_terminal && every=1
  while kill -0 "$pid" 2>/dev/null; do
    read -r -t 0.2 <> <(:) || true
    elapsed=$(($(now) - begin))
    if [ "$elapsed" -ge $((shown + every)) ]; then
      shown=$elapsed
      draw_progress "$title" "$log" "$elapsed"
    fi
  done
  if on_terminal; then printf '\r\033[K' >&2; fi
}

# run_logged TITLE LOG COMMAND…: the command's exit code.
run_logged() {
  local title=$1 log=$2 code=0
  shift 2
  mkdir -p "$(dirname "$log")"
  ("$@") >"$log" 2>&1 &
  child=$!
  trap 'kill "$child" 2>/dev/null; exit 130' INT TERM
  follow "$child" "$title" "$log"
  wait "$child" || code=$?
  trap - INT TERM
  return "$code"
}

# step TITLE COMMAND…: runs the command; on failure shows the end of its output and leaves with its exit code.
step() {
  local title=$1 begin code=0 log
  shift
  begin=$(now)
  log=$ASSAY_LOGS/$(printf '%s' "$title" | tr -c 'A-Za-z0-9\n' '-').log
  on_terminal || say "-- $title"
  run_logged "$title" "$log" "$@" || code=$?
  if [ "$code" -ne 0 ]; then
    tail -n 60 "$log" >&2
    say "${red}failed:${plain} $title (exit code $code); the whole output: $log"
    exit "$code"
  fi
  say "${green}ok${plain} $title ($(($(now) - begin)) s)"
}
