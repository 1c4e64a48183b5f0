#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The main job on code that nobody here wrote: tag -> manifest -> report -> guard -> numbers, on LevelDB; without a network
# on a small application of ours. Every step is shown. `tools/dev demo` calls it when everything is built.
#   demo.sh [--subject leveldb|ledger] [--work DIR] [--build DIR]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ASSAY_ROOT=$(cd "$here/../.." && pwd)
subject='' work=$ASSAY_ROOT/build/demo build=$ASSAY_ROOT/build/release
while [ $# -gt 0 ]; do
  case $1 in
    --subject) subject=$2 ;;
    --work) work=$2 ;;
    --build) build=$2 ;;
    *) echo "demo: what is $1? demo.sh [--subject leveldb|ledger] [--work DIR] [--build DIR]" >&2; exit 2 ;;
  esac
  shift 2 || { echo "demo: a value is missing" >&2; exit 2; }
done
mkdir -p "$work"
work=$(cd "$work" && pwd)
[ -x "$build/bin/assay" ] || { echo "demo: there is no build in $build; tools/dev build makes one" >&2; exit 2; }
build=$(cd "$build" && pwd)
ASSAY_LOGS=$work/logs
rm -rf "$ASSAY_LOGS" && mkdir -p "$ASSAY_LOGS"
export PYTHONDONTWRITEBYTECODE=1
PATH=$build/bin:$PATH
readonly ASSAY_ROOT ASSAY_LOGS here work build

. "$ASSAY_ROOT/tools/dev.d/steps.sh"
. "$here/show.sh"
. "$ASSAY_ROOT/tools/dev.d/source_package.sh"

jobs=$(nproc 2>/dev/null || echo 2)

# Sets subject. A second run takes what the first one fetched. Exit code 77: LevelDB was asked for and cannot be had.
choose_subject() {
  if [ "$subject" = ledger ]; then return; fi
  title "Fetch LevelDB's source"
  if [ ! -d "$work/leveldb/pristine" ]; then
    printf '%s$ apt-get source leveldb   (with sources, lists and caches of its own: %s)%s\n' \
      "$dim" "${work#"$ASSAY_ROOT/"}/apt" "$plain"
    if ! run_logged "Fetching" "$ASSAY_LOGS/fetch.log" fetch_source "$work" leveldb "$work/leveldb/pristine"; then
      tail -n 5 "$ASSAY_LOGS/fetch.log" | sed 's/^/  /'
      [ -z "$subject" ] || { echo "LevelDB's source cannot be fetched here"; exit 77; }
      say "LevelDB's source cannot be fetched: is there no network? The demo goes on with test/e2e/apps/ledger instead."
      subject=ledger
      return
    fi
  fi
  subject=leveldb
  printf '  %s\n' "$(find "$work/leveldb/pristine" -name '*.cc' -o -name '*.h' | wc -l) files, in ${work#"$ASSAY_ROOT/"}/leveldb/pristine"
}

# What is right already keeps its time stamp, so that a second run builds little.
tag_source() {
  readonly home=$work/$subject
  readonly source=$home/source guarded=$home/guarded runtime=$home/runtime
  readonly manifest=$source/assay.yaml
  mkdir -p "$home"
  if [ "$subject" = leveldb ]; then
    title "Tag functions of it, by name, with a counter of our own beside each tag"
    show python3 "$here/insert_tags.py" "$work/leveldb/pristine" "$source"
  else
    title "Take our small application, which is tagged already"
    show cp -rpT "$ASSAY_ROOT/test/e2e/apps/ledger" "$source"
  fi
}

# Our counters come in by flags, so that the tree knows nothing of them; so does assay's runtime, in the guarded tree.
configure_tree() {
  local tree=$1 flags=$2 libraries=$3
  cmake -S "$tree" -B "$tree-build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" -DCMAKE_CXX_STANDARD_LIBRARIES="$libraries"
}

build_counters() {
  cc -O2 -c "$here/demo_counters.c" -o "$home/demo_counters.o" && rm -f "$home/libdemo_counters.a" &&
    ar rcs "$home/libdemo_counters.a" "$home/demo_counters.o"
}

configure_plain() {
  title "Configure it, as anybody would: the flags are in compile_commands.json"
  quietly "Compile the counters" build_counters
  quietly "Configure the tagged tree" configure_tree "$source" "-include $here/demo_counters.h" "$home/libdemo_counters.a"
}

scan_and_report() {
  title "Scan: tags -> manifest"
  go_to "$source"
  show_codes "0 1 3" assay scan -p ../source-build
  printf '\n  %s\n' "one entry of ${manifest#"$ASSAY_ROOT/"}:"
  show grep -m 1 -A 22 -E 'name: .*(DBImpl::Get|Ledger::post)' assay.yaml
  title "Report: what is here, by which model"
  show assay report
  quietly "The same as Markdown and JSON" assay report --output markdown=../report.md --output json=../report.json
}

instrument() {
  title "Instrument: a guarded copy of the tree"
  show assay instrument -p ../source-build --out ../guarded
  printf '\n  %s\n' "what it changed:"
  show_codes "0 1" diff -U 0 -r --exclude=assay.yaml --exclude=.assay-mirror . ../guarded
}

# Flags are not dependencies: what was linked with another runtime must be linked anew.
install_runtime() {
  local before
  before=$(cksum "$runtime/lib/libassay_runtime.a" 2>/dev/null || true)
  cmake --install "$build" --component runtime --prefix "$runtime" || return
  [ "$before" = "$(cksum "$runtime/lib/libassay_runtime.a")" ] || rm -rf "$guarded-build"
}

build_trees() {
  title "Build both trees"
  quietly "Build the tagged tree" cmake --build "$source-build" --parallel "$jobs"
  quietly "Install assay's runtime" install_runtime
  quietly "Configure the guarded tree" configure_tree "$guarded" "-include $here/demo_counters.h -I$runtime/include" \
    "-L$runtime/lib -lassay_runtime $home/libdemo_counters.a -lpthread"
  quietly "Build the guarded tree" cmake --build "$guarded-build" --parallel "$jobs"
}

# recorded NAME COMMAND…: a run whose segments and counts go to folders of their own.
recorded() {
  local name=$1
  last_run=$name
  shift
  rm -rf "$home/segments/$name" "$home/counts/$name"
  mkdir -p "$home/segments/$name" "$home/counts/$name"
  export ASSAY_DIR=$home/segments/$name DEMO_COUNTS=$home/counts/$name
  show "$@"
  assay top --once --json --manifest "$manifest" --segments "$ASSAY_DIR" >"$home/$name.json"
}

# compared NAME OPTION…: assay's numbers against our counters, exactly.
compared() {
  local name=$1
  shift
  show python3 "$here/compare_counts.py" --counts "$home/counts/$name" --table "$home/$name.json" "$@"
}

# watched FUNCTION=CALLS: the server is up for a moment.
watched() {
  title "Serve it: metrics, a Prometheus that scrapes them, the page in a browser"
  show python3 "$here/watch.py" "$build/bin/assay" "$home/segments/$last_run" "$manifest" "$home" "$1"
}

run_leveldb() {
  local entries=100000
  # One of its tests depends on when a background compaction runs: it fails now and then, in the plain tree, too, and
  # is left out. What else fails may try again; the counts of every attempt are compared.
  export GTEST_FILTER=-DBTest.HiddenValuesAreRemoved
  title "LevelDB's own tests, on the guarded tree"
  recorded tests ctest --test-dir "$guarded-build" --parallel "$jobs" --repeat until-pass:4
  title "db_bench, guarded: every number of calls is known beforehand or counted by ourselves"
  rm -rf "$home/db"
  recorded bench "$guarded-build/db_bench" --db="$home/db" --num=$entries \
    --benchmarks=fillseq,fillrandom,readrandom,readseq
  title "What assay saw"
  show assay top --once --segments ../segments/bench
  title "Are these the true numbers? assay's counts beside our own counters, for db_bench and for the tests"
  compared bench --at-least 12 --expect "leveldb::DBImpl::Write=$((2 * entries))" --expect "leveldb::DBImpl::Get=$entries"
  compared tests --at-least 12
  watched "leveldb::DBImpl::Get=$entries"
}

run_ledger() {
  local threads=4 rounds=20000
  title "Run it, guarded"
  recorded run "$guarded-build/ledger" $threads $rounds
  title "What assay saw"
  show assay top --once --segments ../segments/run
  title "Are these the true numbers? assay's counts beside the program's own counters"
  compared run --at-least 13 --expect "ledger::Ledger::post=$((threads * rounds))"
  watched "ledger::Ledger::post=$((threads * rounds))"
}

closing_words() {
  local place=${home#"$ASSAY_ROOT/"} program=${build#"$ASSAY_ROOT/"}/bin/assay
  cat <<WORDS

${bold}Done.${plain} Everything is in $place:
  source/assay.yaml           the manifest: one entry per tag
  report.md, report.json      the inventory
  source, guarded             the tagged tree and its guarded copy
  segments                    what the guards wrote; one file per process
  page.png, history.db        the page of assay serve, and what it recorded
  ../logs                     the whole output of every step

What to try next:
  $program report --manifest $place/source/assay.yaml
  $program serve --segments $place/segments/$last_run --manifest $place/source/assay.yaml
  $program top --segments $place/segments/$last_run --manifest $place/source/assay.yaml --once --sort p99
  cd $place/source && edit a tagged function, then scan again: only its entry changes
  docs/tutorial/first-guard.md does the same with a file of your own
WORDS
}

choose_subject
tag_source
configure_plain
scan_and_report
instrument
build_trees
"run_$subject"
closing_words
