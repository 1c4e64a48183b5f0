#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Compiles the shapes with one compiler under every standard and set of flags; a warning is an error.
#   matrix.sh c|c++ COMPILER INCLUDE_FOLDER SHAPES LIBRARY
language=$1 compiler=$2 include=$3 shapes=$4 library=$5
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0 runs=0

# What -Weverything says about the test's own code, not about a guard: C++98 and old C are not what the code is written
# for, and -Wunsafe-buffer-usage and -Wpadded comment on the language.
everything="-Weverything -Wno-c++98-compat -Wno-c++98-compat-pedantic -Wno-pre-c11-compat -Wno-declaration-after-statement
  -Wno-padded -Wno-unknown-warning-option -Wno-switch-default -Wno-reserved-macro-identifier -Wno-c++20-compat
  -Wno-missing-prototypes -Wno-unsafe-buffer-usage -Wno-pre-c23-compat -Wno-c99-compat"
strict="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual -Wundef -Wunused"

supports() { "$compiler" "$@" -fsyntax-only -x "$language" /dev/null 2>/dev/null; }

fail() {
  failures=$((failures + 1))
  echo "FAILED: $compiler: $1"
}

try() {  # FLAGS…: compiles, and says so when it fails
  runs=$((runs + 1))
  "$compiler" -x "$language" -Werror -isystem /nonexistent -I"$include" "$@" -c "$shapes" -o "$work/shapes.o" >"$work/said" 2>&1 && return
  fail "$*"
  head -n 12 "$work/said"
}

# GCC says that a function became too large to inline.
inlined="-O2 -Winline --param max-inline-insns-single=5"
supports -Werror $inlined || inlined=-O2
if [ "$language" = c++ ]; then
  standards="c++11 gnu++11 c++14 c++17 c++20 gnu++20 c++23 c++26"
  strict="$strict -Wnon-virtual-dtor -Woverloaded-virtual -Wuseless-cast"
  variants="-fno-exceptions -fno-rtti|-masm=intel -O2|-fno-exceptions -fno-rtti -O2|-fvisibility=hidden -fPIC -O2|-fPIC -O3 -flto|-O0 -g|-Os|-finstrument-functions|-fno-gnu-unique|$inlined"
else
  standards="c89 gnu89 c99 gnu99 c11 c17 gnu17 c2x"
  strict=$(echo "$strict" | sed 's/-Wold-style-cast//')
  variants="-fexceptions -O2|-masm=intel -O2|-fvisibility=hidden -fPIC -O2|-fPIC -O3 -flto|-O0 -g|-Os|-O2 -DSHAPES_ARE_PACKED|-finstrument-functions|$inlined"
  strict="$strict -Wstrict-prototypes -Wold-style-definition -Wc++-compat"
fi
supports -Werror $strict ||
  for flag in $strict; do supports -Werror "$flag" || strict=$(echo "$strict" | sed "s/ $flag\\b//"); done

# Asked once: starting a compiler costs more than what it compiles here.
if ! supports -Weverything; then everything=; fi
supported=
while [ -n "$variants" ]; do
  flags=${variants%%|*}
  if [ "$flags" = "$variants" ]; then variants=; else variants=${variants#*|}; fi
  if supports $flags; then supported="$supported$flags|"; fi
done

for standard in $standards; do
  supports "-std=$standard" || continue
  # Old standards know neither // comments nor mixed declarations; the shapes have neither, so pedantry is an error there, too.
  try "-std=$standard" $strict -pedantic-errors
  try "-std=$standard" $strict -O2
  try "-std=$standard" -O2 -Wall -Wextra -DASSAY_DISABLE -pedantic-errors
  if [ -n "$everything" ]; then try "-std=$standard" $everything; fi
  rest=$supported
  while [ -n "$rest" ]; do
    flags=${rest%%|*} rest=${rest#*|}
    try "-std=$standard" -Wall -Wextra $flags
  done
done

# A macro of one letter is somebody's, and none of the headers' own names.
letters=
for letter in a b c d e f g h i j k l m n o p q r s t u v w x y z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z; do
  letters="$letters -D$letter=(?)"
done
printf '%s\n' '#include <assay/experiment.h>' '#include <assay/inserted_experiment.h>' >"$work/letters"
if [ "$language" = c++ ]; then
  cat >>"$work/letters" <<'TEXT'
enum Way { kWay }; struct Thing { virtual ~Thing() {} };
template <class Any> Any given(Any value, const Thing* thing) { ASSAY_INSERTED_GUARD(0x8000000000000001, "given"); ASSAY_INSERTED_SIZE_IF(0x8000000000000001, thing, value); ASSAY_INSERTED_TYPE_DYNAMIC(0x8000000000000001, thing);
  return ASSAY_INSERTED_NEGATIVE(0x8000000000000001) value ASSAY_INSERTED_NEGATIVE_END(0x8000000000000001); }
template <class Any> bool shown(Any value) { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000002, "shown"); ASSAY_INSERTED_TYPE_INSTANCE(0x8000000000000002); return value != 0; }
int older(int value) { ASSAY_GUARD("older"); return value; }
int faster(int value) { ASSAY_INSERTED_ROLLOUT(0x8000000000000006, "faster", 5000, 0x8000000000000007, "older", older(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_SAMPLED_GUARD(0x8000000000000006, "faster", 8); return value; }
int newer(int value) { ASSAY_INSERTED_SHADOW(0x8000000000000003, "newer", 5000, 0x8000000000000004, "in the shadow", 100); ASSAY_INSERTED_COMPARE(0x8000000000000004, 0x8000000000000005, "older", newer(value), older(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x8000000000000003, "newer"); return value; }
int main() { ASSAY_KEY(1); Thing thing; return given(0, &thing) + (shown(0) ? 1 : 0) + newer(0) + faster(0); }
TEXT
else
  cat >>"$work/letters" <<'TEXT'
static int given(int value) { ASSAY_INSERTED_GUARD(0x8000000000000001, "given"); ASSAY_INSERTED_SIZE(0x8000000000000001, value); return value; }
static int older(int value) { return value; }
static int faster(int value) { ASSAY_INSERTED_ROLLOUT(0x8000000000000006, "faster", 5000, 0x8000000000000007, "older", older(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_SAMPLED_GUARD(0x8000000000000006, "faster", 8); return value; }
int main(void) { ASSAY_KEY(1); ASSAY_GUARD("main"); return given(0) + faster(0); }
TEXT
fi
runs=$((runs + 1))
"$compiler" -x "$language" -I"$include" $letters -c "$work/letters" -o "$work/shapes.o" || fail "macros of one letter"

# Nothing of a guard is a mistake to Clang's sanitizer of unsigned numbers, nor needs help to read a number.
runs=$((runs + 1))
for flags in "-O2 -fsanitize=unsigned-integer-overflow" "-O2 -m32"; do
  supports $flags || continue
  "$compiler" -x "$language" $flags -I"$include" -S "$work/letters" -o "$work/shapes.s" || fail "$flags"
  grep -E '__ubsan_handle|__atomic_' "$work/shapes.s" && fail "help from a library: $flags"
done

# Preprocessed text must compile as quietly: ccache and distcc work on it.
preprocessed=cpp-output
if [ "$language" = c++ ]; then preprocessed=c++-cpp-output; fi
runs=$((runs + 1))
"$compiler" -x "$language" -I"$include" -E "$shapes" -o "$work/text.i" &&
  "$compiler" -x "$preprocessed" -Wall -Wextra -Wshadow -Werror -c "$work/text.i" -o "$work/shapes.o" ||
  fail "preprocessed first"

# The headers include nothing of libc's, and disabled they need no library.
"$compiler" -x "$language" -I"$include" -M "$shapes" | grep -v stdc-predef | grep '/usr/' && fail "a system header came in"
"$compiler" -x "$language" -I"$include" -DASSAY_DISABLE "$shapes" -o "$work/disabled" && "$work/disabled" ||
  fail "disabled"
"$compiler" -x "$language" -I"$include" "$shapes" -x none "$library" -pthread -o "$work/enabled" && ASSAY_DIR="$work" "$work/enabled" ||
  fail "link and run"

echo "$compiler: $runs compilations, $failures failures"
[ "$runs" -gt 20 ] && [ "$failures" -eq 0 ]
