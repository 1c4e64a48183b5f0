# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# clang-format and clang-tidy over our own sources. The tests house.format and tidy.* call the same scripts.
# Sourced by tools/dev.

format_command() {
  case "${1:-}" in
    '' | --check) ;;
    *) die 2 "format: what is $1?" "tools/dev format [--check]" ;;
  esac
  setup format tidy
  python3 "$ASSAY_ROOT/test/house/format.py" --clang-format "clang-format-$(release_llvm)" "$@" "$ASSAY_ROOT"
}

tidy_command() {
  setup build test tidy
  build release
  python3 "$ASSAY_ROOT/test/house/tidy.py" --clang-tidy "clang-tidy-$(release_llvm)" --jobs "$(jobs)" \
    --build "$ASSAY_ROOT/build/release" "$ASSAY_ROOT" "$@"
}
