# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Starts a golden case: a folder named as a sentence, ready for its input. Sourced by tools/dev.

new_golden_command() {
  local usage='tools/dev new-golden VERB SENTENCE, as in: tools/dev new-golden instrument "lambda in a default argument"'
  [ $# -ge 2 ] || die 2 "new-golden: a verb and a sentence are wanted" "$usage"
  local verb=$1 name folder
  shift
  [ -d "$ASSAY_ROOT/test/golden/$verb" ] || die 2 "there is no test/golden/$verb" \
    "the verbs with golden cases: $(cd "$ASSAY_ROOT/test/golden" 2>/dev/null && ls -d -- */ 2>/dev/null | tr -d / | xargs)"
  name=$(printf '%s' "$*" | tr 'A-Z' 'a-z' | tr -cs 'a-z0-9+' '-' | sed 's/^-//; s/-$//')
  folder=$ASSAY_ROOT/test/golden/$verb/$name
  [ ! -e "$folder" ] || die 2 "test/golden/$verb/$name is there already"
  mkdir -p "$folder"
  local input=$folder/input.cpp
  # A scan is of a tree.
  if [ "$verb" = scan ]; then input=$folder/tree/a.cpp; mkdir -p "$folder/tree"; fi
  printf '%s\n' '// AI-generated: GPT-4, 2024-01-15, prompt: "say what this case is about"' \
    'int answer(int question) {' '  return question + 1;' '}' >"$input"
  say "Made ${input#"$ASSAY_ROOT/"}. Next:"
  say "  1. write the case's code into it"
  say "  2. ASSAY_GOLDEN=create ctest --test-dir build/release -L golden   writes what assay makes of it (after tools/dev build)"
  say "  3. read that as a reviewer would, and commit the folder"
}
