#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The runtime asks for nothing of the C++ library, but for one weak symbol that may be absent; and it shows the program
# nothing but its own names.  needs_libc_only.sh NM ARCHIVE
nm=$1 archive=$2
wanted=$("$nm" --undefined-only "$archive" | awk '/ U / {print $2}' | grep -E '^_Z(S|n|d|T)|^__cxa|^__gxx|_Unwind|^_ZN?St')
[ -z "$wanted" ] || { echo "needs the C++ library: $wanted"; exit 1; }
"$nm" --undefined-only "$archive" | grep -q ' w __cxa_get_globals' || { echo "no weak __cxa_get_globals: is this the runtime?"; exit 1; }
