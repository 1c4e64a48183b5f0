#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# install_runtime.sh CMAKE BUILD_FOLDER SOURCE_FOLDER CXX CC: every way to use the installed runtime must build, run and count.
set -e
cmake=$1 build=$2 source=$3 cxx=$4 cc=$5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix
libdir=$(sed -n 's/^CMAKE_INSTALL_LIBDIR:[^=]*=//p' "$build/CMakeCache.txt")
flags="-I$prefix/include -L$prefix/$libdir"

"$cmake" --install "$build" --prefix "$prefix" --component runtime >/dev/null
if [ -e "$build/lib/exporter/cmake_install.cmake" ]; then "$cmake" --install "$build" --prefix "$prefix" --component exporter >/dev/null; fi
if grep -rl "$build" "$prefix" --include='*.cmake' --include='*.pc' --include='*.h'; then
  echo "the build folder's path got installed"
  exit 1
fi

counts() {  # PROGRAM: runs it and expects one segment
  rm -rf "$work/segments"
  ASSAY_DIR=$work/segments "$1"
  test "$(ls "$work/segments" | wc -l)" -eq 1 || { echo "$1 left no segment"; exit 1; }
  echo "works: $1"
}

counts_bytes() {  # PROGRAM: the same, and the segment has a memory cell (docs/reference/segment.md: memoryCount)
  counts "$1"
  test "$(od -An -tu4 -j524 -N4 "$work"/segments/* | tr -d ' ')" -gt 0 || { echo "$1 counted no bytes"; exit 1; }
}

"$cmake" -S "$source/foreign" -B "$work/foreign" -DCMAKE_PREFIX_PATH="$prefix" \
  -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_C_COMPILER="$cc" >"$work/log" || { cat "$work/log"; exit 1; }
"$cmake" --build "$work/foreign" >"$work/log" || { cat "$work/log"; exit 1; }
counts "$work/foreign/in_cpp"
counts "$work/foreign/named"
counts "$work/foreign/in_c"
counts_bytes "$work/foreign/counted"
counts_bytes "$work/foreign/counted_static"
if [ -e "$work/foreign/exported" ]; then
  readelf -d "$work/foreign/exported" | grep -q 'NEEDED.*libassay_exporter' || { echo "the linker has left the exporter out"; exit 1; }
  ASSAY_EXPORT=nonsense counts "$work/foreign/exported" 2>"$work/said"
  grep -q 'ASSAY_EXPORT: .nonsense.' "$work/said" || { echo "the exporter has not started:"; cat "$work/said"; exit 1; }
fi

"$cxx" $flags "$source/foreign/in_cpp.cpp" -lassay_runtime -o "$work/plain_cpp"
counts "$work/plain_cpp"
"$cc" $flags "$source/foreign/in_c.c" -lassay_runtime -lpthread -o "$work/plain_c"
counts "$work/plain_c"
if ldd "$work/plain_c" | grep -q 'stdc++'; then echo "a C program got the C++ library"; exit 1; fi

if command -v pkg-config >/dev/null; then
  found=$(PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig" pkg-config --cflags --libs assay)
  "$cc" "$source/foreign/in_c.c" $found -o "$work/pkg_config"
  counts "$work/pkg_config"
  found=$(PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig" pkg-config --cflags --libs assay-allocation)
  "$cc" "$source/foreign/in_c.c" $found -o "$work/counted"
  counts_bytes "$work/counted"
  found=$(PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig" pkg-config --cflags --libs assay-exceptions)
  "$cxx" "$source/foreign/in_cpp.cpp" $found -o "$work/named"
  counts "$work/named"
  found=$(PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig" pkg-config --static --cflags --libs assay-allocation-static)
  "$cc" -static "$source/foreign/in_c.c" $found -o "$work/counted_static"
  counts_bytes "$work/counted_static"
fi
