# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Runs the corpus (test/corpus): other people's code with every function guarded. What came of a package is its
# row in docs/reference/corpus.md; half a package, by `--compiler`, only says it. Sourced by tools/dev.

corpus_command() {
  local -a arguments page=()
  take_llvm "$@"
  case " ${arguments[*]-} " in
    *" --compiler"*) ;;
    *) page=(--page "$ASSAY_ROOT/docs/reference/corpus.md") ;;
  esac
  setup build test demo corpus
  build release assay assay_runtime_component
  export PYTHONDONTWRITEBYTECODE=1
  exec python3 "$ASSAY_ROOT/test/corpus/corpus.py" "$ASSAY_ROOT/build/$(folder_of release)" "${arguments[@]}" "${page[@]}"
}
