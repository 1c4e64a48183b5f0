// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/mixed_link.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace assay::launch {
namespace {

std::string readable(const std::string& symbol) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 ? name.get() : symbol;
}

}  // namespace

std::vector<MixedFunction> mixedFunctions(const std::vector<ObjectFacts>& objects) {
  std::unordered_map<std::string_view, const ObjectFacts*> guarded;
  for (const ObjectFacts& object : objects)
    for (const SharedFunction& function : object.functions)
      if (function.guarded) guarded.try_emplace(function.symbol, &object);
  std::vector<MixedFunction> mixed;
  for (const ObjectFacts& object : objects) {
    if (object.hasGuards) continue;
    for (const SharedFunction& function : object.functions) {
      const auto found = guarded.find(function.symbol);
      if (found == guarded.end()) continue;
      mixed.push_back({readable(function.symbol), found->second->name, object.name});
      guarded.erase(found);
    }
  }
  return mixed;
}

}  // namespace assay::launch
