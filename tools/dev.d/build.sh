# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Configures and builds a preset of CMakePresets.json. Sourced by tools/dev.

jobs() { nproc 2>/dev/null || echo 2; }

# "release", or "release-llvm19": another version has folders of its own below build/.
folder_of() {
  local version
  version=$(llvm_version)
  if [ "$version" = "$(release_llvm)" ]; then printf '%s' "$1"; else printf '%s-llvm%s' "$1" "$version"; fi
}

# configure PRESET
configure() {
  local version
  local -a settings
  version=$(llvm_version)
  settings=("-DASSAY_LLVM_VERSION=$version" "-DASSAY_CHECK_VERSION=$(release_llvm)" "-DASSAY_OTHER_LLVM_VERSION=${other_llvm:-}"
    "-DASSAY_LONG_TESTS=${long_tests:-OFF}")
  case $1 in
    asan | clang | fuzz)
      settings+=("-DCMAKE_C_COMPILER=clang-$version" "-DCMAKE_CXX_COMPILER=clang++-$version") ;;
  esac
  (cd "$ASSAY_ROOT" && cmake --preset "$1" -B "build/$(folder_of "$1")" "${settings[@]}")
}

# build PRESET [TARGET…]: both steps, from what is there already.
build() {
  local preset=$1 folder
  local -a targets=()
  shift
  folder=$(folder_of "$preset")
  [ $# -eq 0 ] || targets=(--target "$@")
  step "Configure $folder" configure "$preset"
  step "Build $folder" cmake --build "$ASSAY_ROOT/build/$folder" --parallel "$(jobs)" "${targets[@]}"
}

build_command() {
  local -a arguments
  take_llvm "$@"
  local preset=${arguments[0]:-release}
  grep -q "\"name\": \"$preset\", \"inherits\"" "$ASSAY_ROOT/CMakePresets.json" ||
    die 2 "there is no preset $preset" "CMakePresets.json has: $(grep -oE '"name": "[a-z]+", "inherits"' "$ASSAY_ROOT/CMakePresets.json" | cut -d '"' -f 4 | xargs)"
  setup build
  case $preset in
    asan | clang | fuzz) setup test ;;
    bench) setup bench ;;
  esac
  build "$preset"
  say "Built: build/$(folder_of "$preset")/bin"
}
