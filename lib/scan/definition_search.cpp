// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/definition_search.h"

#include <string_view>

#include "scan/lexical.h"
#include "source/source_text.h"
#include "support/file.h"

namespace assay::scan {
namespace {

std::string lastParts(const std::string& name, int parts) {
  std::size_t at = name.size();
  for (; parts > 0; --parts) {
    if (at == 0) return name;
    at = name.rfind("::", at - 1);
    if (at == std::string::npos) return name;
  }
  return name.substr(at + 2);
}

}  // namespace

std::vector<std::string> DefinitionSearch::unitsThatDefine(const std::string& name, const std::string& header,
                                                           std::size_t most) {
  std::vector<std::string> units;
  for (const std::string& unit : planner_.unitsOf(header)) {
    if (units.size() >= most) break;
    if (defines(unit, name)) units.push_back(unit);
  }
  return units;
}

// A look for the bare word spares the tokens of most units. A name without its class counts too: namespaces
// may come out of macros.
bool DefinitionSearch::defines(const std::string& unit, const std::string& name) {
  const std::string last = lastParts(name, 1);
  auto known = defined_.find(unit);
  if (known == defined_.end()) {
    auto text = readFile(unit);
    if (!text || text->find(last) == std::string::npos) return false;
    std::set<std::string> names;
    for (const FoundFunction& function : lexicalFacts(source::SourceText(unit, *std::move(text))).functions) {
      if (!function.isDefinition) continue;
      names.insert(lastParts(function.entry.name, 1));
      names.insert(lastParts(function.entry.name, 2));
    }
    known = defined_.emplace(unit, std::move(names)).first;
  }
  return known->second.contains(lastParts(name, 2)) || known->second.contains(last);
}

}  // namespace assay::scan
