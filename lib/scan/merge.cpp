// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Three steps: one entry per tag and place, then declarations into their definitions, then ids that two
// different bodies share are told apart.
#include "scan/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "support/hash.h"

namespace assay::scan {
namespace {

using Entries = std::vector<model::AnnotatedFunction>;
using model::AnnotatedFunction;

bool hasBody(const AnnotatedFunction& entry) {
  return entry.bodyBegin.known();
}
const std::string& fileOfTag(const AnnotatedFunction& entry) {
  return entry.tagFile.empty() ? entry.file : entry.tagFile;
}

/// What makes one unit's view better than another's; smaller is better.
/// Where one unit saw harm in it, the others did not look at the same text.
bool mayRunInShadow(const AnnotatedFunction& entry) {
  return std::ranges::any_of(entry.replaces, [](const model::Replacement& one) {
    return !one.shadow.empty() && one.shadowProblem.empty();
  });
}

auto quality(const AnnotatedFunction& entry) {
  return std::tuple(entry.state, entry.precision, !hasBody(entry), mayRunInShadow(entry));
}

auto place(const AnnotatedFunction& entry) {
  const unsigned line = entry.lines.first == 0 ? entry.tagLine : entry.lines.first;
  return std::tuple(std::string_view(entry.file), line, entry.bodyBegin, entry.id, entry.tagLine);
}

/// Everything else that an entry holds at this step: what comes first may not depend on who found it.
auto rest(const AnnotatedFunction& entry) {
  return std::tie(entry.name, entry.signature, entry.tag.model, entry.tag.prompt, entry.kind, entry.linkage,
                  entry.traits, entry.lines, entry.bodyEnd, entry.points, entry.inputs, entry.replaces,
                  entry.scope, entry.covered, entry.bodyFingerprint, entry.configurations);
}

bool before(const AnnotatedFunction& a, const AnnotatedFunction& b) {
  if (place(a) != place(b)) return place(a) < place(b);
  if (quality(a) != quality(b)) return quality(a) < quality(b);
  return rest(a) < rest(b);
}

/// Views of one function at one place by several units: the best stays. `entries` is sorted.
Entries uniqueByPlace(Entries entries) {
  Entries result;
  for (AnnotatedFunction& entry : entries)
    if (result.empty() || place(result.back()) != place(entry)) result.push_back(std::move(entry));
  return result;
}

/// A tag that one unit found active is not inactive or unattached because another skips it. One with reach
/// may mean functions of both kinds.
Entries withoutShadows(Entries entries) {
  std::set<std::pair<std::string, unsigned>> active;
  for (const AnnotatedFunction& entry : entries)
    if (entry.state == model::State::Active) active.emplace(fileOfTag(entry), entry.tagLine);
  std::erase_if(entries, [&](const AnnotatedFunction& entry) {
    return entry.state != model::State::Active && !model::isOneOfMany(entry) &&
           active.contains({fileOfTag(entry), entry.tagLine});
  });
  return entries;
}

std::string placeOfTag(const AnnotatedFunction& entry) {
  return fileOfTag(entry) + ":" + std::to_string(entry.tagLine);
}

bool isWide(const AnnotatedFunction& entry) {
  return entry.scope != model::Scope::Function && entry.scope != model::Scope::Block;
}

/// Two fields that are both given and say different things.
bool differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

bool disagree(const model::Tag& a, const model::Tag& b) {
  return a.authorship != b.authorship || differ(a.model, b.model) || differ(a.tool, b.tool) ||
         differ(a.date, b.date) || differ(a.prompt, b.prompt);
}

/// The fields of `into` about the function stay; those about the tag come from `from`.
void takeTag(AnnotatedFunction& into, const AnnotatedFunction& from) {
  const std::string& file = fileOfTag(from);
  into.tagFile = file == into.file ? std::string() : file;
  into.tagLine = from.tagLine;
  into.tag = from.tag;
  into.history = from.history;
  // The sketch is that of the block, and the tag is now that of the whole body.
  if (into.scope == model::Scope::Block && from.scope != model::Scope::Block) into.sketch = {};
  into.scope = from.scope;
  into.covered = from.covered;
}

class Merging {
 public:
  Merging(const Entries& definitions, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    for (const AnnotatedFunction& found : definitions)
      if (hasBody(found)) definitions_[found.id].push_back(&found);
  }

  Entries run(Entries entries) {
    std::map<std::uint64_t, Entries> byId;
    for (AnnotatedFunction& entry : entries) byId[entry.id].push_back(std::move(entry));
    Entries result;
    for (auto& [id, group] : byId) {
      Entries merged = mergeGroup(id, std::move(group));
      tellApart(merged);
      std::ranges::move(merged, std::back_inserter(result));
    }
    return result;
  }

 private:
  /// All entries with one id: bodies stay, declarations go into them; without a body one declaration stays.
  Entries mergeGroup(std::uint64_t id, Entries group) {
    Entries bodies;
    Entries declarations;
    for (AnnotatedFunction& entry : group)
      (hasBody(entry) || entry.name.empty() ? bodies : declarations).push_back(std::move(entry));
    if (declarations.empty()) return bodies;
    AnnotatedFunction declaration = std::move(declarations.front());
    for (std::size_t i = 1; i < declarations.size(); ++i) fold(declarations[i], declaration);
    if (bodies.empty())
      bodies = definitionsOf(id, declaration);
    else
      for (AnnotatedFunction& body : bodies) fold(declaration, body);
    if (bodies.empty()) bodies.push_back(std::move(declaration));
    return bodies;
  }

  /// The untagged definitions of a tagged declaration, with its tag.
  Entries definitionsOf(std::uint64_t id, const AnnotatedFunction& declaration) {
    Entries result;
    const auto found = definitions_.find(id);
    if (found == definitions_.end()) return result;
    for (const AnnotatedFunction* definition : found->second) {
      result.push_back(*definition);
      takeTag(result.back(), declaration);
    }
    std::ranges::sort(result, before);
    return uniqueByPlace(std::move(result));
  }

  /// One function, tagged twice: `winner` keeps its tag unless that is the less particular one.
  void fold(AnnotatedFunction other, AnnotatedFunction& winner) {
    const bool conflict = disagree(other.tag, winner.tag);
    const bool sameTag = placeOfTag(other) == placeOfTag(winner);
    if (sameTag) return;
    const bool otherIsOwn = other.scope == model::Scope::Function && winner.scope != model::Scope::Function;
    const bool winnerIsBlock = winner.scope == model::Scope::Block;
    AnnotatedFunction loser = winner;
    if (otherIsOwn)
      takeTag(winner, other);
    else
      loser = other;
    if (!conflict) return;
    std::vector<model::Tag> history = loser.history;
    history.push_back(loser.tag);
    winner.history.insert(winner.history.begin(), history.begin(), history.end());
    if (isWide(loser) || winnerIsBlock) return;
    diagnostics_.warning(
        "assay-scan-106", {fileOfTag(winner), winner.tagLine, 0},
        "the tags of '" + winner.name + "' disagree: the other one is at " + placeOfTag(loser),
        "make them say the same, or keep the one at the definition");
  }

  /// Several bodies under one id (a definition per #if branch, or per program): each but the first gets an id
  /// of its own.
  void tellApart(Entries& entries) {
    std::map<std::string, unsigned> seen;
    for (std::size_t i = 1; i < entries.size(); ++i) {
      AnnotatedFunction& entry = entries[i];
      const unsigned ordinal = ++seen[entry.file];
      entry.id = hash64(hex64(entry.id) + "\n" + entry.file + "\n" + std::to_string(ordinal));
      diagnostics_.note("assay-scan-107", {entry.file, entry.lines.first, 0},
                        "'" + entry.name + "' is also defined at " + entries.front().file + ":" +
                            std::to_string(entries.front().lines.first) + "; this one has an id of its own");
    }
  }

  std::map<std::uint64_t, std::vector<const AnnotatedFunction*>> definitions_;
  Diagnostics& diagnostics_;
};

}  // namespace

Entries mergeEntries(Entries entries, const Entries& definitions, Diagnostics& diagnostics) {
  std::ranges::sort(entries, before);
  Entries unique = withoutShadows(uniqueByPlace(std::move(entries)));
  Entries merged = Merging(definitions, diagnostics).run(std::move(unique));
  std::ranges::sort(merged, before);
  return merged;
}

}  // namespace assay::scan
