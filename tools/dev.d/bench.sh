# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Runs one benchmark of test/bench by its name: a program (NAME_bench.cpp), or a script (NAME/bench.py) that measures whole
# programs, or what a program of its own (NAME/CMakeLists.txt) measures. docs/reference/benchmarks.md says what each measures.
# Sourced by tools/dev.

bench_names() {
  local file
  for file in "$ASSAY_ROOT"/test/bench/*_bench.cpp; do
    [ ! -e "$file" ] || basename "$file" _bench.cpp
  done
  for file in "$ASSAY_ROOT"/test/bench/*/bench.py; do
    [ ! -e "$file" ] || basename "$(dirname "$file")"
  done
}

# What CMake calls a benchmark's program.
bench_target() { printf '%s_bench' "$1"; }

bench_program() {
  build bench "$(bench_target "$1")"
  exec "$ASSAY_ROOT/build/$(folder_of bench)/bin/$(bench_target "$1")" "${@:2}"
}

# A script measures what users install, or uses the program that stands beside it.
bench_script() {
  local -a measured=(--assay "$ASSAY_ROOT/build/$(folder_of release)/bin/assay")
  if [ -e "$ASSAY_ROOT/test/bench/$1/CMakeLists.txt" ]; then
    build bench "$(bench_target "$1")"
    measured=(--programs "$ASSAY_ROOT/build/$(folder_of bench)/bin")
  else
    build release assay
  fi
  export PYTHONDONTWRITEBYTECODE=1
  exec python3 "$ASSAY_ROOT/test/bench/$1/bench.py" "${measured[@]}" \
    --llvm "$(llvm_version)" --work "$ASSAY_ROOT/build/bench/$1" "${@:2}"
}

bench_command() {
  local names
  local -a arguments
  take_llvm "$@"
  set -- "${arguments[@]}"
  names=$(bench_names | xargs)
  [ $# -ge 1 ] || die 2 "bench: which one?" "tools/dev bench NAME, with NAME one of: ${names:-(there are none)}"
  grep -qxF -- "$1" < <(bench_names) || die 2 "there is no benchmark $1" "there are: ${names:-(none)}"
  setup build bench
  if [ -e "$ASSAY_ROOT/test/bench/$1/bench.py" ]; then
    bench_script "$@"
  else
    bench_program "$@"
  fi
}
