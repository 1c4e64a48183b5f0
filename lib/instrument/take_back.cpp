// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/take_back.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;

// A guard by the number of its draft and its offset: ids are not unique across files of a damaged manifest.
using GuardKey = std::pair<std::size_t, std::size_t>;
using Guards = std::set<GuardKey>;

class Search {
 public:
  Search(std::vector<Draft>& drafts, const Check& check) : drafts_(drafts), check_(check) {}

  Expected<std::vector<TakenBack>> run() {
    for (;;) {
      ASSAY_TRY(const auto found, checkWith(allGuards()));
      if (found.empty() || allGuards().empty()) return std::move(taken_);
      if (dropAttributed(found)) continue;
      ASSAY_TRY_VOID(dropByHalving(found.front()));
    }
  }

 private:
  Guards allGuards() const {
    Guards all;
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      for (const PlannedGuard& guard : drafts_[i].plan.guards) all.insert({i, guard.edit.range.begin});
    return all;
  }

  // The check of the drafts with only these guards.
  Expected<std::vector<FoundDiagnostic>> checkWith(const Guards& guards) const {
    std::vector<RewrittenFile> files;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft part = drafts_[i];
      std::erase_if(part.plan.guards,
                    [&](const auto& guard) { return !guards.contains({i, guard.edit.range.begin}); });
      if (part.plan.guards.empty()) continue;
      ASSAY_TRY(auto text, part.rewritten());
      files.push_back({part.plan.file, std::move(text)});
    }
    if (files.empty()) return std::vector<FoundDiagnostic>{};
    return check_(files);
  }

  // What the guard can do without, or else the guard itself. True when something of it stays.
  bool lessen(const GuardKey& key, const FoundDiagnostic& cause) {
    Draft& draft = drafts_[key.first];
    for (PlannedGuard& guard : draft.plan.guards) {
      if (guard.edit.range.begin != key.second || guard.lesser.empty()) continue;
      const Extra extra = guard.takeLesser();
      if (extra == Extra::Rollout) forgetExtras(draft.plan.file, guard.id);
      taken_.push_back({draft.plan.file, guard.id, cause, extra});
      ++changes_;
      return true;
    }
    drop(key, cause);
    return false;
  }

  void forgetExtras(const std::string& file, std::uint64_t id) {
    std::erase_if(taken_, [&](const TakenBack& one) {
      return one.file == file && one.id == id && one.extra.has_value();
    });
  }

  // What was taken of it before was not to blame.
  void drop(const GuardKey& key, const FoundDiagnostic& cause) {
    Draft& draft = drafts_[key.first];
    std::erase_if(draft.plan.guards, [&](const PlannedGuard& guard) {
      if (guard.edit.range.begin != key.second) return false;
      forgetExtras(draft.plan.file, guard.id);
      taken_.push_back({draft.plan.file, guard.id, cause});
      ++changes_;
      return true;
    });
  }

  // The include comes before everything that a guard could do without.
  [[nodiscard]] bool isOnInclude(const Draft& draft, unsigned line) const {
    return std::ranges::any_of(draft.plan.include, [&](const source::Edit& edit) {
      return draft.text.positionOf(edit.range.begin).line == line;
    });
  }

  // Each guard loses one thing at a time, whatever is said about it.
  bool dropAttributed(const std::vector<FoundDiagnostic>& found) {
    std::map<GuardKey, const FoundDiagnostic*> blamed;
    for (const FoundDiagnostic& diagnostic : found)
      for (const GuardKey& key : guardsBehind(diagnostic)) blamed.emplace(key, &diagnostic);
    for (const auto& [key, diagnostic] : blamed) {
      if (isOnInclude(drafts_[key.first], diagnostic->line))
        drop(key, *diagnostic);
      else
        lessen(key, *diagnostic);
    }
    return !blamed.empty();
  }

  // The guards on the diagnostic's line; else the one of the innermost function around it; else none. A
  // diagnostic on the include's line is about all guards of the file.
  Guards guardsBehind(const FoundDiagnostic& diagnostic) const {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (drafts_[i].plan.file != diagnostic.file || diagnostic.line == 0) continue;
      if (Guards onLine = guardsOnLine(i, diagnostic.line); !onLine.empty()) return onLine;
      return guardAround(i, diagnostic.line);
    }
    return {};
  }

  Guards guardsOnLine(std::size_t draftNumber, unsigned line) const {
    const Draft& draft = drafts_[draftNumber];
    const auto lineOf = [&](const source::Edit& edit) {
      return draft.text.positionOf(edit.range.begin).line;
    };
    const bool include = isOnInclude(draft, line);
    Guards result;
    for (const PlannedGuard& guard : draft.plan.guards)
      if (include || lineOf(guard.edit) == line) result.insert({draftNumber, guard.edit.range.begin});
    return result;
  }

  Guards guardAround(std::size_t draftNumber, unsigned line) const {
    const Draft& draft = drafts_[draftNumber];
    Guards innermost;
    unsigned fewestLines = ~0U;
    for (const PlannedGuard& guard : draft.plan.guards) {
      const AnnotatedFunction* function = draft.function(guard.id);
      if (function == nullptr || line < function->lines.first || line > function->lines.last) continue;
      if (function->lines.size() >= fewestLines) continue;
      fewestLines = function->lines.size();
      innermost = {{draftNumber, guard.edit.range.begin}};
    }
    return innermost;
  }

  // File by file, nothing else guarded: a header that a whole part of the build does not take (its language
  // is too old) would else be looked for in all files together, once for every guard. True when one was
  // dropped.
  Expected<bool> dropWhatBreaksAlone() {
    const std::size_t before = changes_;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      std::vector<GuardKey> ofFile;
      for (const PlannedGuard& guard : drafts_[i].plan.guards) ofFile.emplace_back(i, guard.edit.range.begin);
      Guards none;
      if (!ofFile.empty()) ASSAY_TRY_VOID(admit(ofFile, none));
    }
    return changes_ > before;
  }

  // Adds guards in halves to those that are known to be good; a single one that brings a diagnostic is
  // dropped.
  Expected<void> dropByHalving(const FoundDiagnostic& unexplained) {
    Guards good = allGuards();
    std::vector<GuardKey> suspects;
    for (const GuardKey& key : good)
      if (drafts_[key.first].plan.file == unexplained.file) suspects.push_back(key);
    if (suspects.empty()) {
      ASSAY_TRY(const bool any, dropWhatBreaksAlone());
      if (any) return {};
      suspects.assign(good.begin(), good.end());
    }
    for (const GuardKey& key : suspects) good.erase(key);
    const std::size_t before = changes_;
    ASSAY_TRY_VOID(admit(suspects, good));
    // The rest without the suspects is not clean either, or the check contradicts itself: give all of them
    // up.
    if (changes_ == before)
      for (const GuardKey& key : suspects) drop(key, unexplained);
    return {};
  }

  Expected<void> admit(std::span<const GuardKey> suspects, Guards& good) {
    Guards together = good;
    together.insert(suspects.begin(), suspects.end());
    ASSAY_TRY(const auto found, checkWith(together));
    if (found.empty()) {
      good = std::move(together);
      return {};
    }
    if (suspects.size() == 1) {
      if (lessen(suspects.front(), found.front())) return admit(suspects, good);
      return {};
    }
    ASSAY_TRY_VOID(admit(suspects.first(suspects.size() / 2), good));
    return admit(suspects.subspan(suspects.size() / 2), good);
  }

  std::vector<Draft>& drafts_;
  const Check& check_;
  std::vector<TakenBack> taken_;
  std::size_t changes_ = 0;
};

}  // namespace

Expected<std::vector<TakenBack>> takeBackWhatBreaks(std::vector<Draft>& drafts, const Check& check) {
  return Search(drafts, check).run();
}

}  // namespace assay::instrument
