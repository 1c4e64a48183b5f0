# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The whole proof in one command. The release build comes first because it fails fastest; ctest's summary of the whole
# suite comes last, so that the end of a log tells the outcome. Sourced by tools/dev.

# A core counts as two processors: tests that mostly wait (for a server, a timer) take one, those that compute two.
run_ctest() {
  (cd "$ASSAY_ROOT/build/$(folder_of "$1")" && shift && ctest --output-on-failure --no-tests=error --parallel "$((2 * $(jobs)))" "$@")
}

# Leaks that are LLVM's own: tools/cmake/leaks_of_llvm<N>.txt, where there is one.
leaks_of_llvm() {
  local list
  list="$ASSAY_ROOT/tools/cmake/leaks_of_llvm$(llvm_version).txt"
  if [ -f "$list" ]; then printf 'print_suppressions=0:suppressions=%s' "$list"; fi
}

# Unit and golden tests under AddressSanitizer and UndefinedBehaviorSanitizer, built by Clang without a warning.
# LLVM's packages are not sanitized, but its headers poison the arenas that both sides use: user poisoning would only
# report that mix.
test_sanitized() {
  local -x ASAN_OPTIONS=allow_user_poisoning=0:detect_container_overflow=0
  local -x LSAN_OPTIONS
  LSAN_OPTIONS=$(leaks_of_llvm)
  build asan
  step "Unit and golden tests, sanitized" run_ctest asan --label-regex '^(unit|golden)$'
  grep -E 'tests passed' "$ASSAY_LOGS/Unit-and-golden-tests--sanitized.log" >&2
}

# With the release's LLVM, lib/scan is built and tested with the other version as well (test/other_llvm).
choose_other_llvm() {
  if [ "$(llvm_version)" != "$(release_llvm)" ]; then return; fi
  other_llvm=$(table_row other-llvm)
  setup other-llvm
}

test_command() {
  local quick=no long_tests=OFF
  local -a arguments
  take_llvm "$@"
  case "${arguments[*]}" in
    '') ;;
    --quick) quick=yes ;;
    --long) long_tests=ON ;;
    *) die 2 "test: what is ${arguments[*]}?" "tools/dev test [--quick | --long] [--llvm N]" ;;
  esac
  setup build test demo corpus format tidy
  if [ "$quick" = no ]; then choose_other_llvm; fi
  build release
  if [ "$quick" = no ]; then test_sanitized; fi
  if [ "$quick" = yes ]; then
    say "-- The suite without clang-tidy, end-to-end and corpus tests"
  elif [ "$long_tests" = OFF ]; then
    say "-- The whole suite; eight tests take one compiler in turn or fewer seeds without --long (docs/testing.md, \"Short and long\")"
  else
    say "-- The whole suite, at full length"
  fi
  local -a selection=()
  if [ "$quick" = yes ]; then selection=(--label-exclude '^(tidy|e2e|corpus)$'); fi
  run_ctest release "${selection[@]}"
}
