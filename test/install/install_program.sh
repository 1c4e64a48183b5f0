#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# install_program.sh CMAKE BUILD_FOLDER STATIC FMT_INSIDE: the program is installed, its prefix is moved, and it scans code that needs
# Clang's builtin headers. That it takes those of the moved prefix is seen by a mark that is written into them there.
set -e
cmake=$1 build=$2 static=$3 fmt_inside=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$cmake" --install "$build" --prefix "$work/first" --component program >/dev/null
"$cmake" --install "$build" --prefix "$work/first" --component runtime >/dev/null
mkdir -p "$work/some where"
mv "$work/first" "$work/some where/else"
prefix="$work/some where/else"
headers=$(find "$prefix" -path '*/assay/clang/*/include/stddef.h' -exec dirname {} \;)
test -n "$headers" || { echo "no builtin headers were installed"; exit 1; }
grep -q 'LLVM Exceptions' "$headers/../LICENSE" || { echo "the builtin headers have no licence with them"; exit 1; }
echo '#define ASSAY_TEST_MOVED 1' >>"$headers/stddef.h"

if [ "$static" = ON ] && ldd "$prefix/bin/assay" | grep -E 'libLLVM|libclang'; then
  echo "LLVM is not linked into the program"
  exit 1
fi
# With fmt as a library would come a second libstdc++, at each start.
if [ "$static" = ON ] && [ "$fmt_inside" = TRUE ]; then
  for program in assay assay-cc; do
    ! ldd "$prefix/bin/$program" | grep -E 'libstdc|libgcc|libfmt|libyaml' || { echo "$program does not stand alone"; exit 1; }
  done
fi

for file in assay/review/crontab assay/review/github.yml assay/review/gitlab.yml man/man1/assay.1 man/man1/assay-scan.1 bash-completion/completions/assay zsh/site-functions/_assay fish/vendor_completions.d/assay.fish; do
  test -s "$prefix/share/$file" || { echo "not installed: share/$file"; exit 1; }
done

for unit in service timer; do
  test -s "$prefix/lib/systemd/user/assay-review@.$unit" || { echo "not installed: the $unit"; exit 1; }
done

mkdir "$work/tree"
cat >"$work/tree/a.cpp" <<'CODE'
#include <stddef.h>
#include <immintrin.h>
#include <vector>
#ifdef ASSAY_TEST_MOVED
// AI-generated: GPT-4, 2024-01-15, prompt: "seen with the moved headers"
std::vector<size_t> moved(__m128i) { return {}; }
#endif
CODE
cat >"$work/tree/compile_commands.json" <<CODE
[{"directory": "$work/tree", "file": "a.cpp", "arguments": ["c++", "-std=c++20", "-c", "a.cpp"]}]
CODE
cd "$work/tree"
"$prefix/bin/assay" scan >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
grep -q '1 active (1 exact)' "$work/said" || { echo "not parsed with the moved headers:"; cat "$work/said" assay.yaml; exit 1; }
"$prefix/bin/assay" instrument --diff >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
grep -q '^+.*moved' "$work/said" || { echo "not guarded:"; cat "$work/said"; exit 1; }
echo "works: $(du -sh "$prefix" | cut -f 1) in a moved prefix"
