// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unit_ways.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

#include "scan/configurations.h"
#include "scan/noticed_flags.h"
#include "scan/tokens.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/parallel.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

std::set<std::uint64_t> identifiersIn(std::string_view text) {
  std::set<std::uint64_t> names;  // their hashes
  const TokenStream tokens(text);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].kind == TokenKind::Identifier) names.insert(hash64(tokens.text(i)));
  return names;
}

// More different lines of flags than this are not compared.
constexpr std::size_t kMostCompared = 256;

// What lines of flags tell that none before has told: that a flag is there, or that it is not.
class FlagNews {
 public:
  using Flags = std::vector<std::string>;

  void mention(const Flags& flags) {
    for (const std::string& flag : flags) told_.try_emplace(flag);
    withoutNews_ = told_.size();
  }
  [[nodiscard]] std::size_t countOf(const Flags& flags) const {
    std::size_t count = withoutNews_;
    for (const std::string& flag : std::set<std::string>(flags.begin(), flags.end())) {
      const Told& told = told_.at(flag);
      count += (told.present ? 0 : 1);
      count -= (told.absent ? 0 : 1);
    }
    return count;
  }
  void take(const Flags& flags) {
    const std::set<std::string> present(flags.begin(), flags.end());
    for (auto& [flag, told] : told_) (present.contains(flag) ? told.present : told.absent) = true;
    withoutNews_ = static_cast<std::size_t>(
        std::ranges::count_if(told_, [](const auto& one) { return !one.second.absent; }));
  }

 private:
  struct Told {
    bool present = false;
    bool absent = false;
  };
  std::map<std::string, Told> told_;
  std::size_t withoutNews_ = 0;  // flags of which nobody has told that they may be absent
};

}  // namespace

bool UnitWays::isSurelyIncluded(const std::string& file) {
  const auto [known, isNew] = surelyIncluded_.try_emplace(file, false);  // a circle proves nothing
  if (!isNew) return known->second;
  const auto proves = [&](const std::string& includer) {
    const bool built = planner_.builtAs(includer) != nullptr;
    return includesSurely(includer, file) && (built || isSurelyIncluded(includer));
  };
  const bool sure = std::ranges::any_of(planner_.graph().directIncludersOf(file), proves);
  return surelyIncluded_[file] = sure;
}

bool UnitWays::includesSurely(const std::string& includer, const std::string& file) {
  const auto [known, isNew] = surelyIncludes_.try_emplace(includer);
  if (isNew)
    for (const IncludeLine& line : directivesOf(includer).plainIncludes(includer))
      if (auto files = planner_.graph().targetsOf(includer, line); files.size() == 1)
        known->second.insert(std::move(files.front()));
  return known->second.contains(file);
}

// Only files of the graph are asked for theirs.
Directives& UnitWays::directivesOf(const std::string& file) {
  return *planner_.graph().directivesOf(file);
}

std::vector<UnitWay> UnitWays::thatMayShow(const std::string& file, std::string_view text, std::size_t most) {
  indexMacros();
  std::set<std::uint32_t> files;
  for (const std::string& name : namesInConditions(text)) {
    const std::uint64_t hash = hash64(name);
    auto entry = std::ranges::lower_bound(touched_, std::pair(hash, std::uint32_t{0}));
    for (; entry != touched_.end() && entry->first == hash; ++entry) files.insert(entry->second);
  }
  Touching touching;
  for (const std::uint32_t index : files) touching.push_back(planner_.graph().files()[index]);
  return pick(file, text, touching, most);
}

std::vector<UnitWay> UnitWays::thatMayRename(const std::string& file, std::string_view text,
                                             std::size_t most) {
  const auto used = identifiersIn(text);
  Touching touching;
  for (const std::string& includer : planner_.graph().directIncludersOf(file))
    if (std::ranges::any_of(directivesOf(includer).macros(includer),
                            [&](std::uint64_t name) { return used.contains(name); }))
      touching.push_back(includer);
  return pick(file, text, touching, most);
}

std::vector<UnitWay> UnitWays::pick(const std::string& file, std::string_view text, const Touching& touching,
                                    std::size_t most) {
  const auto touchingOf = touchingByUnit(file, touching);
  std::vector<UnitWay> ways;
  std::set<std::tuple<std::vector<std::size_t>, std::vector<std::string>>> known;
  std::optional<std::vector<std::string>> usual;  // the flags of the first
  for (const std::string& unit : planner_.unitsOf(file)) {
    const auto found = touchingOf.find(unit);
    const std::size_t count = std::max<std::size_t>(1, planner_.commandsOf(unit).size());
    for (std::size_t i = 0; i < count && ways.size() < most; ++i) {
      const bool built = i < planner_.commandsOf(unit).size();
      const auto flags = built ? configurationOf(planner_.commandsOf(unit)[i]) : std::vector<std::string>();
      if (!usual) usual = flags;
      const bool other = found != touchingOf.end() || mayTellApart(text, *usual, flags);
      const auto definitions = found != touchingOf.end() ? found->second : std::vector<std::size_t>();
      if (other && known.emplace(definitions, flags).second) ways.push_back({unit, i});
    }
  }
  return ways;
}

// What the file itself, or a file that it includes, defines is the same on every way.
std::map<std::string, std::vector<std::size_t>> UnitWays::touchingByUnit(const std::string& file,
                                                                         const Touching& touching) {
  std::map<std::string, std::vector<std::size_t>> byUnit;
  for (std::size_t i = 0; i < touching.size(); ++i) {
    const std::vector<std::string>& reached = reachedFrom(touching[i]);
    if (std::ranges::binary_search(reached, file)) continue;
    for (const std::string& unit : planner_.unitsOf(file))
      if (std::ranges::binary_search(reached, unit)) byUnit[unit].push_back(i);
  }
  return byUnit;
}

const std::vector<std::string>& UnitWays::reachedFrom(const std::string& file) {
  const auto [known, isNew] = reached_.try_emplace(file);
  if (isNew) {
    known->second = planner_.graph().includersOf(file);
    known->second.push_back(file);
    std::ranges::sort(known->second);
  }
  return known->second;
}

std::vector<UnitWay> UnitWays::underOtherFlags(const std::string& file, const std::set<std::uint64_t>& known,
                                               std::size_t most) {
  std::vector<UnitWay> open = differentlyFlagged(file, known);
  FlagNews news;
  for (const UnitWay& way : open) news.mention(flagsOf(way).each);
  std::vector<UnitWay> chosen;
  while (!open.empty() && chosen.size() < most) {
    const auto best = std::ranges::max_element(open, {}, [&](const UnitWay& way) {
      return news.countOf(flagsOf(way).each);
    });  // of equals the first
    news.take(flagsOf(*best).each);
    chosen.push_back(*best);
    open.erase(best);
  }
  return chosen;
}

// One way for each line of flags, in the planner's order.
std::vector<UnitWay> UnitWays::differentlyFlagged(const std::string& file, std::set<std::uint64_t> known) {
  std::vector<std::string> units = planner_.unitsOf(file);
  if (planner_.builtAs(file) != nullptr) units.insert(units.begin(), file);
  std::vector<UnitWay> ways;
  for (const std::string& unit : units)
    for (std::size_t i = 0; i < std::max<std::size_t>(1, planner_.commandsOf(unit).size()); ++i)
      if (UnitWay way{unit, i}; ways.size() < kMostCompared && known.insert(flagsOf(way).key).second)
        ways.push_back(std::move(way));
  return ways;
}

const UnitWays::Flags& UnitWays::flagsOf(const UnitWay& way) {
  const auto [known, isNew] = flags_.try_emplace(way);
  if (!isNew) return known->second;
  const std::vector<CompileCommand>& built = planner_.commandsOf(way.unit);
  const CompileCommand command =
      way.command < built.size() ? built[way.command] : CompileCommand{{}, way.unit, {}, true};
  NoticedFlags flags = noticedFlagsOf(command);
  known->second.each = std::move(flags.switches);
  std::ranges::move(flags.others, std::back_inserter(known->second.each));
  known->second.key = noticedKeyOf(command);
  return known->second;
}

std::vector<CompileCommand> UnitWays::commandsOf(const UnitWay& way) {
  const std::vector<CompileCommand>& built = planner_.commandsOf(way.unit);
  if (way.command < built.size()) return {built[way.command]};
  const auto text = readFile(way.unit);
  return planner_.commandsFor(way.unit, text ? *text : std::string());
}

void UnitWays::indexMacros() {
  if (std::exchange(indexed_, true)) return;
  const std::vector<std::string>& files = planner_.graph().files();
  forEachIndex(files.size(), jobs_, [&](std::size_t i) { directivesOf(files[i]).macros(files[i]); });
  for (std::size_t i = 0; i < files.size(); ++i)
    for (const std::uint64_t name : directivesOf(files[i]).macros(files[i]))
      touched_.emplace_back(name, static_cast<std::uint32_t>(i));
  std::ranges::sort(touched_);
}

}  // namespace assay::scan
