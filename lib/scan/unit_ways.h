// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which of the units that include a file may show other code of it than the ones that were looked at: those
// that come by other macros before the #include. Read off the text of the tree's files, generously; a
// preprocessor tells then whether it is so.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scan/plan_units.h"

namespace assay::scan {

/// One of the build's commands for a unit.
struct UnitWay {
  std::string unit;  ///< absolute real path
  std::size_t command = 0;

  auto operator<=>(const UnitWay&) const = default;
};

class UnitWays {
 public:
  UnitWays(UnitPlanner& planner, unsigned jobs) : planner_(planner), jobs_(jobs) {}

  /// Those that may let code through that the file's conditionals skip: on their way to it some file defines
  /// or undefines a name that these ask for. Of ways that come by the same definitions, under the same flags,
  /// one. At most `most`, most promising first.
  std::vector<UnitWay> thatMayShow(const std::string& file, std::string_view text, std::size_t most);
  /// Those that may make other functions of the same text: a file with the #include defines a name that the
  /// text uses.
  std::vector<UnitWay> thatMayRename(const std::string& file, std::string_view text, std::size_t most);
  /// Of the ways that compile or include the file under flags that the preprocessor can notice, other than
  /// those of `known` (see noticedKeyOf()): one for each such line of flags. At most `most`, and first those
  /// whose flags have most that is new.
  std::vector<UnitWay> underOtherFlags(const std::string& file, const std::set<std::uint64_t>& known,
                                       std::size_t most);
  /// Whether a unit of the build includes the file by lines that stand under no condition and can mean no
  /// other file.
  bool isSurelyIncluded(const std::string& file);
  /// The command of a way.
  [[nodiscard]] std::vector<CompileCommand> commandsOf(const UnitWay& way);

 private:
  // The flags of a way, and their key.
  struct Flags {
    std::vector<std::string> each;
    std::uint64_t key = 0;
  };
  using Touching = std::vector<std::string>;  // files

  [[nodiscard]] std::vector<UnitWay> pick(const std::string& file, std::string_view text,
                                          const Touching& touching, std::size_t most);
  [[nodiscard]] std::map<std::string, std::vector<std::size_t>> touchingByUnit(const std::string& file,
                                                                               const Touching& touching);
  const std::vector<std::string>& reachedFrom(const std::string& file);
  void indexMacros();
  Directives& directivesOf(const std::string& file);
  const Flags& flagsOf(const UnitWay& way);
  std::vector<UnitWay> differentlyFlagged(const std::string& file, std::set<std::uint64_t> known);
  bool includesSurely(const std::string& includer, const std::string& file);

  UnitPlanner& planner_;
  unsigned jobs_;
  std::map<UnitWay, Flags> flags_;
  bool indexed_ = false;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> touched_;  // hash of a name, file of the graph; sorted
  std::map<std::string, bool> surelyIncluded_;
  std::map<std::string, std::set<std::string>> surelyIncludes_;  // by includer
  std::map<std::string, std::vector<std::string>> reached_;      // a file, and all that include it; sorted
};

}  // namespace assay::scan
