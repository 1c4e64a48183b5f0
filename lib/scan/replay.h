// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Proves for a file that was parsed behind others in one unit that the preprocessor gave it the tokens it
// would have got alone: its includes are gone through in its own order, and every answer about a macro must
// be the one that was recorded. Headers that the file does not include, and macros that other files left
// behind, then cannot have had a say. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scan/file_set.h"
#include "scan/preprocessor_trace.h"

namespace assay::scan {

struct ReplayVerdict {
  bool same = false;
  std::string why = {};   ///< when not: for --stats and tests
  FileSet included = {};  ///< what the file enters by itself, itself and forced includes among it
  bool byItself = false;  ///< that it is not the same lies in these files: behind others it never is
};

class Replay {
 public:
  /// `roots` are the files that stand in the unit one after another: macros they define do not outlive them.
  /// `trace` must outlive it.
  Replay(const PreprocessorTrace& trace, std::vector<unsigned> roots);

  [[nodiscard]] ReplayVerdict check(unsigned root) const;

  /// What is sure to have been read when a unit that begins with the file reaches the offset in its text.
  [[nodiscard]] FileSet includedAbove(unsigned file, std::size_t offset) const;
  /// All that it may have read there: also what files have that lead back to it.
  [[nodiscard]] FileSet mayBeAbove(unsigned file, std::size_t offset) const;

 private:
  // What an event asks of a file alone, after all that can be decided beforehand is.
  enum class Demand : std::uint8_t { Included, NotIncluded, Answer, Define, Undefine, Include };
  struct Step {
    Demand demand = Demand::Answer;
    unsigned what = 0;
    unsigned answer = kNone;
  };
  struct Instance {
    std::vector<Step> steps;
    FileSet closure;
    bool quiet = false;  ///< nothing in it or below it can go wrong: its closure is all that matters
    bool ready = false;
  };
  struct Name {
    std::vector<unsigned> definitions;  ///< distinct
    bool byUser = false;                ///< some file outside the system's defines or undefines it
    bool ordered = false;  ///< its state depends on the order of includes: answered by going through them
  };
  class Walk;

  [[nodiscard]] bool misplacesSome(const FileSet& files) const;

  template <class Counts>
  [[nodiscard]] FileSet above(unsigned file, std::size_t offset, const Counts& counts) const;
  void gatherNames(const std::vector<unsigned>& roots);
  void prepare(unsigned instance);
  void prepareUse(const TraceEvent& event, unsigned index);
  [[nodiscard]] unsigned firstOf(unsigned file) const { return trace_.files[file].first; }
  [[nodiscard]] unsigned enteredBy(const TraceEvent& include) const {
    return include.answer != kNone ? include.answer : firstOf(include.what);
  }

  const PreprocessorTrace& trace_;
  std::vector<Name> names_;
  std::vector<Instance> instances_;
};

}  // namespace assay::scan
