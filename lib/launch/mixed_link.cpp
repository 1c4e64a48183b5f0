// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/mixed_link.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <unordered_map>
#include <utility>

namespace assay::launch {
namespace {

std::string readable(const std::string& symbol) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 ? name.get() : symbol;
}

class MixedSearch {
 public:
  void addGuarded(const ObjectFacts& object) {
    for (const SharedFunction& function : object.functions)
      if (function.guarded) guardedIn_.try_emplace(function.symbol, object.name);
  }
  void addPlain(const ObjectFacts& object) {
    for (const SharedFunction& function : object.functions) {
      const auto found = guardedIn_.find(function.symbol);
      if (found == guardedIn_.end()) continue;
      mixed_.push_back({readable(function.symbol), found->second, object.name});
      guardedIn_.erase(found);
    }
  }
  [[nodiscard]] bool hasGuarded() const { return !guardedIn_.empty(); }
  [[nodiscard]] std::vector<MixedFunction> result() && { return std::move(mixed_); }

 private:
  std::unordered_map<std::string, std::string> guardedIn_;  // symbol -> object
  std::vector<MixedFunction> mixed_;
};

}  // namespace

std::vector<MixedFunction> mixedFunctions(const std::vector<ObjectFacts>& objects) {
  MixedSearch search;
  for (const ObjectFacts& object : objects)
    if (object.hasGuards) search.addGuarded(object);
  for (const ObjectFacts& object : objects)
    if (!object.hasGuards) search.addPlain(object);
  return std::move(search).result();
}

// Twice through the files, so that of a large program only the guarded functions are kept.
std::vector<MixedFunction> mixedFunctionsIn(const std::vector<std::string>& files) {
  MixedSearch search;
  for (const std::string& file : files)
    for (const ObjectFacts& object : readObjects(file, ObjectKind::Guarded)) search.addGuarded(object);
  if (!search.hasGuarded()) return {};
  for (const std::string& file : files)
    for (const ObjectFacts& object : readObjects(file, ObjectKind::Plain)) search.addPlain(object);
  return std::move(search).result();
}

}  // namespace assay::launch
