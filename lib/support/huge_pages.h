// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Large buffers that are filled once from end to end: with pages of 4 KB, being given the memory takes longer
// than filling it.
#pragma once

#include <cstddef>

namespace assay {

/// Asks the system to give this untouched memory in huge pages. For buffers of many megabytes; says and
/// changes nothing when the system has none. Threads: any.
void askForHugePages(void* memory, std::size_t bytes);

/// Room for `count` elements, in huge pages if it is much.
template <class Container>
void reserveHuge(Container& container, std::size_t count) {
  container.reserve(count);
  askForHugePages(container.data(), container.capacity() * sizeof(*container.data()));
}

}  // namespace assay
