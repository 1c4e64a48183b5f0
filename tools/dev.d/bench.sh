# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Runs one benchmark of test/bench, by the name of its program. Sourced by tools/dev.

bench_names() {
  local file
  for file in "$ASSAY_ROOT"/test/bench/*_bench.cpp; do
    [ ! -e "$file" ] || basename "$file" _bench.cpp
  done
}

bench_command() {
  local names
  names=$(bench_names | xargs)
  [ $# -ge 1 ] || die 2 "bench: which one?" "tools/dev bench NAME, with NAME one of: ${names:-(there are none)}"
  grep -qxF -- "$1" < <(bench_names) || die 2 "there is no benchmark $1" "there are: ${names:-(none)}"
  setup build bench
  build bench "bench_$1"
  exec "$ASSAY_ROOT/build/bench/bin/bench_$1" "${@:2}"
}
