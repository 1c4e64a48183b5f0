// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/take_back.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace assay::instrument {
namespace {

// Edits stay on their lines, so a diagnostic is known again by file, line and text; its column moves.
using DiagnosticKey = std::tuple<std::string, unsigned, std::string>;
using Said = std::set<DiagnosticKey>;

DiagnosticKey keyOf(const FoundDiagnostic& diagnostic) {
  return {diagnostic.file, diagnostic.line, diagnostic.text};
}

Said saidIn(const std::vector<FoundDiagnostic>& found) {
  Said said;
  for (const FoundDiagnostic& diagnostic : found) said.insert(keyOf(diagnostic));
  return said;
}

class Search {
 public:
  Search(std::vector<Draft>& drafts, const Check& check) : drafts_(drafts), check_(check) {}

  Expected<std::vector<TakenBack>> run() {
    for (;;) {
      ASSAY_TRY(const auto found, checkWith(allGuards(drafts_)));
      restoreInnocent(saidIn(found));
      if (found.empty() || allGuards(drafts_).empty()) return std::move(taken_);
      if (dropAttributed(found, true) || dropAttributed(found, false)) continue;
      ASSAY_TRY_VOID(trace(found.front()));
    }
  }

 private:
  // A guard as it was before a diagnostic took anything of it, with what others had taken until then.
  struct Whole {
    PlannedGuard guard;
    std::vector<TakenBack> taken;
  };
  // A guard that a diagnostic took back.
  struct Dropped {
    GuardKey key;
    Whole whole;
    DiagnosticKey cause;
  };

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

  PlannedGuard* guardOf(const GuardKey& key) {
    auto& guards = drafts_[key.first].plan.guards;
    const auto at = std::ranges::find(guards, key.second, [](const auto& g) { return g.edit.range.begin; });
    return at == guards.end() ? nullptr : &*at;
  }

  // What the guard can do without, or else the guard itself. True when something of it stays.
  bool lessen(const GuardKey& key, const FoundDiagnostic& cause) {
    PlannedGuard* guard = guardOf(key);
    if (guard == nullptr) return false;
    if (guard->lesser.empty()) {
      drop(key, cause);
      return false;
    }
    whole_.try_emplace({key, keyOf(cause)}, asItIs(key, *guard));
    const Extra extra = guard->takeLesser();
    if (extra == Extra::Rollout) forgetTaken(key, guard->id);
    taken_.push_back({drafts_[key.first].plan.file, guard->id, cause, extra});
    ++changes_;
    return true;
  }

  [[nodiscard]] bool isOf(const TakenBack& taken, const GuardKey& key, std::uint64_t id) const {
    return taken.file == drafts_[key.first].plan.file && taken.id == id;
  }

  [[nodiscard]] Whole asItIs(const GuardKey& key, const PlannedGuard& guard) const {
    Whole whole{guard, {}};
    std::ranges::copy_if(taken_, std::back_inserter(whole.taken),
                         [&](const TakenBack& taken) { return isOf(taken, key, guard.id); });
    return whole;
  }

  void forgetTaken(const GuardKey& key, std::uint64_t id) {
    std::erase_if(taken_, [&](const TakenBack& taken) { return isOf(taken, key, id); });
  }

  // What was taken of it before was not to blame.
  void drop(const GuardKey& key, const FoundDiagnostic& cause) {
    PlannedGuard* guard = guardOf(key);
    if (guard == nullptr) return;
    const auto whole = whole_.find({key, keyOf(cause)});
    dropped_.push_back({key, whole == whole_.end() ? asItIs(key, *guard) : whole->second, keyOf(cause)});
    forgetTaken(key, guard->id);
    taken_.push_back({drafts_[key.first].plan.file, guard->id, cause});
    auto& guards = drafts_[key.first].plan.guards;
    guards.erase(guards.begin() + (guard - guards.data()));
    ++changes_;
  }

  // A diagnostic that is there without the guard that it took back was not that guard's. What others took of
  // the guard before is missing in it still, and so has to be said again.
  void restoreInnocent(const Said& said) {
    for (Dropped& one : dropped_) {
      if (!said.contains(one.cause)) continue;
      innocent_.insert({one.key, one.cause});
      forgetTaken(one.key, one.whole.guard.id);
      std::ranges::move(one.whole.taken, std::back_inserter(taken_));
      auto& guards = drafts_[one.key.first].plan.guards;
      const auto after = std::ranges::upper_bound(guards, one.key.second, {},
                                                  [](const auto& guard) { return guard.edit.range.begin; });
      guards.insert(after, std::move(one.whole.guard));
    }
    dropped_.clear();
  }

  // Each guard loses one thing at a time, whatever is said about it. What is said of a guard's own line goes
  // first (`onGuard`): what is said elsewhere in functions may follow from it.
  bool dropAttributed(const std::vector<FoundDiagnostic>& found, bool onGuard) {
    std::map<GuardKey, std::pair<const FoundDiagnostic*, bool>> blamed;
    for (const FoundDiagnostic& diagnostic : found) {
      const Blamed behind = guardsAt(drafts_, diagnostic);
      const bool one = behind.guards.size() == 1 || behind.wholeFile;  // several are to be traced
      if (!one || behind.onGuard != onGuard) continue;
      for (const GuardKey& key : behind.guards)
        if (!innocent_.contains({key, keyOf(diagnostic)}))
          blamed.emplace(key, std::pair(&diagnostic, behind.wholeFile));
    }
    for (const auto& [key, why] : blamed) {
      if (why.second)
        drop(key, *why.first);
      else
        lessen(key, *why.first);
    }
    return !blamed.empty();
  }

  // Where guilty guards are looked for, nearest first.
  std::vector<Guards> circlesAround(const FoundDiagnostic& diagnostic) const {
    std::vector<Guards> circles = {guardsAt(drafts_, diagnostic).guards, guardsAround(drafts_, diagnostic),
                                   guardsOf(drafts_, diagnostic.file)};
    std::erase_if(circles, [](const Guards& circle) { return circle.empty(); });
    return circles;
  }

  // Looks for guilty guards until one has been taken back.
  Expected<void> trace(const FoundDiagnostic& unexplained) {
    const std::size_t before = changes_;
    for (const Guards& circle : circlesAround(unexplained)) {
      ASSAY_TRY_VOID(dropByHalving(circle, &unexplained));
      if (changes_ > before) break;
    }
    if (changes_ == before) ASSAY_TRY_VOID(dropWhatBreaksAlone());
    if (changes_ == before) ASSAY_TRY_VOID(dropByHalving(allGuards(drafts_), nullptr));
    // The check contradicts itself: all of them are given up.
    if (changes_ == before)
      for (const GuardKey& key : allGuards(drafts_)) drop(key, unexplained);
    dropped_.clear();  // guilt is shown here, not supposed
    return {};
  }

  // File by file, nothing else guarded: a header that a whole part of the build does not take (its language
  // is too old) would else be looked for in all files together, once for every guard.
  Expected<void> dropWhatBreaksAlone() {
    for (const Draft& draft : drafts_) {
      const Guards ofFile = guardsOf(drafts_, draft.plan.file);
      const std::vector<GuardKey> suspects(ofFile.begin(), ofFile.end());
      Guards none;
      if (!suspects.empty()) ASSAY_TRY_VOID(admit(suspects, none, {}));
    }
    return {};
  }

  // Adds the suspects in halves to the rest; a single one that brings a diagnostic which the rest has not is
  // dropped. When the rest alone has the unexplained one, the suspects are not behind it.
  Expected<void> dropByHalving(const Guards& suspects, const FoundDiagnostic* unexplained) {
    Guards good = allGuards(drafts_);
    for (const GuardKey& key : suspects) good.erase(key);
    ASSAY_TRY(const auto found, checkWith(good));
    const Said without = saidIn(found);
    if (unexplained != nullptr && without.contains(keyOf(*unexplained))) return {};
    const std::vector<GuardKey> each(suspects.begin(), suspects.end());
    return admit(each, good, without);
  }

  Expected<void> admit(std::span<const GuardKey> suspects, Guards& good, const Said& known) {
    Guards together = good;
    together.insert(suspects.begin(), suspects.end());
    ASSAY_TRY(const auto found, checkWith(together));
    const auto fresh = std::ranges::find_if(
        found, [&](const FoundDiagnostic& diagnostic) { return !known.contains(keyOf(diagnostic)); });
    if (fresh == found.end()) {
      good = std::move(together);
      return {};
    }
    if (suspects.size() == 1) {
      if (lessen(suspects.front(), *fresh)) return admit(suspects, good, known);
      return {};
    }
    ASSAY_TRY_VOID(admit(suspects.first(suspects.size() / 2), good, known));
    return admit(suspects.subspan(suspects.size() / 2), good, known);
  }

  std::vector<Draft>& drafts_;
  const Check& check_;
  std::vector<TakenBack> taken_;
  std::size_t changes_ = 0;
  std::vector<Dropped> dropped_;  // since the last check of all guards
  std::map<std::pair<GuardKey, DiagnosticKey>, Whole> whole_;
  std::set<std::pair<GuardKey, DiagnosticKey>> innocent_;
};

}  // namespace

Expected<std::vector<TakenBack>> takeBackWhatBreaks(std::vector<Draft>& drafts, const Check& check) {
  return Search(drafts, check).run();
}

// All places first: they are of texts that had these guards.
std::vector<TakenBack> takeBackRefused(std::vector<Draft>& drafts,
                                       const std::vector<FoundDiagnostic>& refused) {
  std::map<GuardKey, const FoundDiagnostic*> causes;
  for (const FoundDiagnostic& diagnostic : refused)
    for (const GuardKey& key : guardsAt(drafts, diagnostic).guards) causes.try_emplace(key, &diagnostic);
  std::vector<TakenBack> taken;
  for (const auto& [key, cause] : causes) {
    FilePlan& plan = drafts[key.first].plan;
    std::erase_if(plan.guards, [&](const PlannedGuard& guard) {
      const bool isIt = guard.edit.range.begin == key.second;
      if (isIt) taken.push_back({plan.file, guard.id, *cause});
      return isIt;
    });
  }
  return taken;
}

}  // namespace assay::instrument
