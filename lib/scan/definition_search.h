// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which units may define a function that a tagged header only declares: those that include the header and
// whose tokens show a definition of that name. The parse then tells.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "scan/plan_units.h"

namespace assay::scan {

class DefinitionSearch {
 public:
  explicit DefinitionSearch(UnitPlanner& planner) : planner_(planner) {}

  /// At most `most` units, most promising first. `name` is qualified ("leveldb::DBImpl::Write"), `header` an
  /// absolute real path.
  std::vector<std::string> unitsThatDefine(const std::string& name, const std::string& header,
                                           std::size_t most);

 private:
  bool defines(const std::string& unit, const std::string& name);

  UnitPlanner& planner_;
  std::map<std::string, std::set<std::string>> defined_;  // by unit: last two parts of the names
};

}  // namespace assay::scan
