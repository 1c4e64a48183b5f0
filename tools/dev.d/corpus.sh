# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Runs the corpus (test/corpus): other people's code with every function guarded. All packages write docs/reference/corpus.md;
# some, by name or by `--quick`, only say what came of them. Sourced by tools/dev.

corpus_command() {
  local -a arguments page=()
  take_llvm "$@"
  [ ${#arguments[@]} -gt 0 ] || page=(--page "$ASSAY_ROOT/docs/reference/corpus.md")
  setup build test demo corpus
  build release assay assay_runtime
  export PYTHONDONTWRITEBYTECODE=1
  exec python3 "$ASSAY_ROOT/test/corpus/corpus.py" "$ASSAY_ROOT/build/$(folder_of release)" "${arguments[@]}" "${page[@]}"
}
