# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Configures and builds a preset of CMakePresets.json. Sourced by tools/dev.

jobs() { nproc 2>/dev/null || echo 2; }

# configure PRESET
configure() {
  local version
  local -a settings
  version=$(llvm_version)
  settings=("-DASSAY_LLVM_VERSION=$version")
  case $1 in
    asan | clang | fuzz)
      settings+=("-DCMAKE_C_COMPILER=clang-$version" "-DCMAKE_CXX_COMPILER=clang++-$version") ;;
  esac
  (cd "$ASSAY_ROOT" && cmake --preset "$1" "${settings[@]}")
}

# build PRESET [TARGET…]: both steps, from what is there already.
build() {
  local preset=$1
  local -a targets=()
  shift
  [ $# -eq 0 ] || targets=(--target "$@")
  step "Configure $preset" configure "$preset"
  step "Build $preset" cmake --build "$ASSAY_ROOT/build/$preset" --parallel "$(jobs)" "${targets[@]}"
}

build_command() {
  local preset=${1:-release}
  grep -q "\"name\": \"$preset\", \"inherits\"" "$ASSAY_ROOT/CMakePresets.json" ||
    die 2 "there is no preset $preset" "CMakePresets.json has: $(grep -oE '"name": "[a-z]+", "inherits"' "$ASSAY_ROOT/CMakePresets.json" | cut -d '"' -f 4 | xargs)"
  setup build
  case $preset in
    asan | clang | fuzz) setup test ;;
    bench) setup bench ;;
  esac
  build "$preset"
  say "Built: build/$preset/bin"
}
