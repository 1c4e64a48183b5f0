// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How jemalloc, where it is linked in, takes memory from the system: in huge pages. Parsing touches a few
// hundred megabytes once; in pages of 4 KiB that is 60,000 faults, and on a virtual machine each can cost as
// much as to read a file. (What jemalloc notes of them lies in huge pages as well.) All from one arena, large
// blocks, too: what the parse of one unit gives back, in pages that are there already, the next one takes,
// whatever thread it runs in.

extern "C" {
// jemalloc reads it before main, by this name.
// NOLINTBEGIN(readability-identifier-naming): jemalloc's name
extern const char* const malloc_conf;
const char* const malloc_conf = "thp:always,metadata_thp:always,oversize_threshold:0,narenas:1";
// NOLINTEND(readability-identifier-naming)
}
