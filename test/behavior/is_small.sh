#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What the runtime adds to a program's file: code and data of all its objects. Memory that is zero at the beginning takes no room there.
# usage: is_small.sh SIZE ARCHIVE KILOBYTES
set -eu
bytes=$("$1" "$2" | awk 'NR > 1 { sum += $1 + $2 } END { print sum + 0 }')
echo "$2: $bytes bytes of code and data, at most $3 KB"
[ "$bytes" -gt 0 ] && [ "$bytes" -le "$(($3 * 1000))" ]
