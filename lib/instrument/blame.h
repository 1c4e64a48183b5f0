// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A diagnostic's place in guarded text -> the guards that it may be about. Text and recorded lines only:
// whether one of them is guilty is for the check to say (take_back.h).
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "instrument/draft.h"

namespace assay::instrument {

/// What the check reports; `file` is relative to the root, or absolute outside of it; `line` 0: unknown.
struct FoundDiagnostic {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
  std::string text;
};

/// A guard by the number of its draft and its offset: ids are not unique across files of a damaged manifest.
using GuardKey = std::pair<std::size_t, std::size_t>;
using Guards = std::set<GuardKey>;

struct Blamed {
  Guards guards;
  bool onGuard = false;    ///< the place is on their line
  bool wholeFile = false;  ///< the place is the header's #include, and so about all guards of the file
};

/// All guards of the drafts.
Guards allGuards(const std::vector<Draft>& drafts);
/// Those of one file.
Guards guardsOf(const std::vector<Draft>& drafts, const std::string& file);

/// The guard whose own text holds the place; else the guards on its line; else the one of the innermost
/// function around it; else none.
Blamed guardsAt(const std::vector<Draft>& drafts, const FoundDiagnostic& place);
/// Those of the innermost function around the place and of the functions inside of that one: a lambda in the
/// arguments of a macro, say, where the compiler points at the macro.
Guards guardsAround(const std::vector<Draft>& drafts, const FoundDiagnostic& place);

}  // namespace assay::instrument
