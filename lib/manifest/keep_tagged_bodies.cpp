// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From one manifest to the next: the body that a tag was first seen with, which no scan of today's tree
// knows.
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "manifest/manifest.h"

namespace assay::manifest {
namespace {

using model::AnnotatedFunction;

// Who renews a tag gives it another date; the rest of it may be completed at any time.
bool isSameTag(const model::Tag& a, const model::Tag& b) {
  const bool known = !a.normalizedModel.empty() && !b.normalizedModel.empty();
  const bool sameModel = known ? a.normalizedModel == b.normalizedModel : a.model == b.model;
  return sameModel && a.date == b.date && a.prompt == b.prompt;
}

/// Functions by what they are known by; null where several have it.
template <class Key>
class KnownBy {
 public:
  void add(const Key& key, const AnnotatedFunction& function) {
    const auto [place, isNew] = functions_.emplace(key, &function);
    if (!isNew) place->second = nullptr;
  }
  [[nodiscard]] const AnnotatedFunction* find(const Key& key) const {
    const auto found = functions_.find(key);
    return found != functions_.end() ? found->second : nullptr;
  }
  [[nodiscard]] bool knows(const Key& key) const { return functions_.contains(key); }

 private:
  std::map<Key, const AnnotatedFunction*> functions_;
};

struct Register {
  explicit Register(const model::Manifest& manifest) {
    for (const AnnotatedFunction& function : manifest.functions) {
      if (function.name.empty()) continue;
      byPlace.add({function.id, function.file}, function);
      byId.add(function.id, function);
      byName.add({function.name, function.file}, function);
      if (function.bodyFingerprint != 0) byBody.add(bodyOf(function), function);
    }
  }
  using Body = std::tuple<std::string, std::string, std::uint64_t>;
  static Body bodyOf(const AnnotatedFunction& function) {
    return {function.name, function.file, function.bodyFingerprint};
  }
  KnownBy<std::pair<std::uint64_t, std::string>> byPlace;
  KnownBy<std::uint64_t> byId;
  KnownBy<std::pair<std::string, std::string>> byName;
  KnownBy<Body> byBody;
};

// Where several of one name stand in a file, a body that nobody edited tells which one it is: what tells
// their ids apart is their order, which changes when another one is written between them.
const AnnotatedFunction* withSameBody(const AnnotatedFunction& function, const Register& in,
                                      const Register& own) {
  if (function.bodyFingerprint == 0 || own.byBody.find(Register::bodyOf(function)) != &function)
    return nullptr;
  const AnnotatedFunction* found = in.byBody.find(Register::bodyOf(function));
  return found != nullptr && isSameTag(found->tag, function.tag) ? found : nullptr;
}

// Of functions of several programs that share a name one has the plain id, and which one changes with the
// files that there are: an id counts in another file only when nobody of its name is left where it was.
const AnnotatedFunction* earlierOf(const AnnotatedFunction& function, const Register& before,
                                   const Register& now) {
  const std::pair name(function.name, function.file);
  if (now.byName.find(name) == &function)
    if (const auto* found = before.byName.find(name)) return found;
  if (const auto* found = withSameBody(function, before, now)) return found;
  if (const auto* found = before.byPlace.find({function.id, function.file}))
    return withSameBody(*found, now, before) == nullptr ? found : nullptr;  // else that is another one's
  if (now.byId.find(function.id) != &function) return nullptr;
  const auto* found = before.byId.find(function.id);
  return found != nullptr && !now.byName.knows({found->name, found->file}) ? found : nullptr;
}

// Where there is no body to read this time, it is known again when there is one.
void keep(const AnnotatedFunction& earlier, AnnotatedFunction& function) {
  if (!earlier.sketch.known() || !isSameTag(earlier.tag, function.tag)) return;
  if ((earlier.covered.first != 0) != (function.covered.first != 0)) return;
  if (function.sketch.known()) function.drift = model::editedPercent(earlier.sketch, function.sketch);
  function.sketch = earlier.sketch;
}

}  // namespace

void keepTaggedBodies(const model::Manifest& before, model::Manifest& now) {
  const Register earlier(before);
  const Register present(now);
  for (AnnotatedFunction& function : now.functions)
    if (const AnnotatedFunction* found = earlierOf(function, earlier, present)) keep(*found, function);
}

}  // namespace assay::manifest
