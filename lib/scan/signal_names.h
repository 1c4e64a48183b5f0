// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a file hands to signal() or sigaction(). Read off the tokens, because the bodies that do it are
// mostly not parsed.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scan/tokens.h"

namespace assay::scan {

/// Valid as long as the stream's text.
struct SignalHandlers {
  std::set<std::string_view> names;
  std::set<std::size_t> lambdas;  ///< offsets of their '['
};

SignalHandlers signalHandlers(const TokenStream& tokens);

/// The names among these and, beside them, what stands behind a signal's name, for a function or a loop of
/// the program's own that hands it on: `Signal(SIGINT, f)`, `{SIGTERM, f}`, `table[SIGHUP] = f`. Of that a
/// function is a handler only when one could be called so: see markSignalHandlers(). In order, each once. A
/// text without the words costs a search for them.
std::vector<std::string> namesOfHandlers(std::string_view text);

}  // namespace assay::scan
