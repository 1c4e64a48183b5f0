// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/parse_targets.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <numeric>
#include <set>
#include <utility>

#include "scan/adjust_arguments.h"
#include "scan/archive.h"
#include "scan/archive_fields.h"
#include "scan/digest.h"
#include "scan/file_kind.h"
#include "scan/include_variables.h"
#include "scan/job_limit.h"
#include "scan/lacking_files.h"
#include "scan/seen_lines.h"
#include "scan/unit_errors.h"
#include "scan/unity.h"
#include "scan/wanted.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/parallel.h"
#include "support/sort_stably.h"

namespace assay::scan {
namespace {

// What one parse takes at the most, by experience: it decides how many run side by side.
constexpr std::size_t kUnityBytes = std::size_t{1'000} << 20;
constexpr std::size_t kUnitBytes = std::size_t{500} << 20;
// What fails in one unit may agree in the next, without those it clashed with.
constexpr std::size_t kRounds = 12;
// How many units with others can be parsed in the time of one that is parsed alone, at the least.
constexpr std::size_t kPerAlone = 40;
// Fewer are parsed alone.
constexpr std::size_t kWorthARound = 2;
// What clashed and is no more than this for each thread is parsed alone: a further round would take as long
// as the longest of them.
constexpr std::size_t kTurnsAlone = 2;
// What still clashes after so many rounds may wait: the next would have too little for all threads.
constexpr std::size_t kRoundsAtOnce = 2;

std::vector<UnitDiagnostic> firstInCode(const std::vector<UnitDiagnostic>& said) {
  const auto inCode = [](const UnitDiagnostic& one) { return one.error && !one.file.empty(); };
  const auto first = std::ranges::find_if(said, inCode);
  return first == said.end() ? std::vector<UnitDiagnostic>() : std::vector{*first};
}

// Whole parses, then what the preprocessor may tell alone: or the last thread works on while the others wait.
void putLongFirst(const std::vector<Target>& targets, std::vector<std::size_t>& indices) {
  const auto mayBeShort = [&](std::size_t i) { return !targets[i].sought.empty() || targets[i].filesOnly; };
  sortStably(indices, {}, mayBeShort);
}

// Once in a process: what were left more often would add up.
bool mayLeaveMemory() {
  static std::atomic<bool> left = false;
  return !left.exchange(true);
}

}  // namespace

// One call of parse().
struct TargetParser::Batch {
  const std::vector<Target>& targets;
  Leftovers leftovers = Leftovers::Settled;
  std::vector<TargetResult> results;
  std::vector<std::size_t> open;    // targets without a result
  std::set<std::size_t> spoiling;   // not to be parsed together with others again, or in vain
  std::set<std::size_t> erroneous;  // units with errors of their own, maybe for what stood before them
  std::mutex mutex;                 // guards the sets and `done`
  std::size_t done = 0;
};

TargetParser::TargetParser(const std::vector<TaggedSource>& sources, const ParseEnvironment& environment,
                           const ScanOptions& options, ResultCache& cache)
    : sources_(sources),
      environment_(environment),
      options_(options),
      cache_(cache),
      texts_(sources.size()),
      bodies_(sources.size()) {
  ArchiveWriter key;
  key(environment.resourceFolder, environment.extraArguments, options.exact, options.tags.aliases,
      includeVariables());
  for (const FileText& overlay : environment.overlays) key(overlay.path, hash64(overlay.text));
  environmentKey_ = hash64(key.take());
  forEachIndex(sources.size(), options.jobs,
               [&](std::size_t i) { texts_[i] = hash64(sources[i].text.bytes()); });
}

std::vector<TargetResult> TargetParser::parse(const std::vector<Target>& targets, Leftovers leftovers) {
  Batch batch{.targets = targets,
              .leftovers = leftovers,
              .results = std::vector<TargetResult>(targets.size()),
              .open = std::vector<std::size_t>(targets.size()),
              .spoiling = {},
              .erroneous = {},
              .mutex = {}};
  std::iota(batch.open.begin(), batch.open.end(), std::size_t{0});
  stats_.targets += targets.size();
  for (const std::size_t i : batch.open)
    if (clashed_.contains(keyOf(targets[i]))) batch.erroneous.insert(i);
  lookUp(batch);
  findBodies(batch);
  const std::vector<std::size_t> unknown = batch.open;
  if (!options_.exact) parseTogether(batch);
  parseAlone(batch);
  for (const std::size_t i : unknown) {
    if (batch.results[i].postponed) continue;
    batch.results[i].unknownFlags = unknownArguments(batch.results[i].command);
    noteLacking(batch.results[i]);
    cache_.keep(keyOf(targets[i]), batch.results[i]);
    noteInputs(targets[i], batch.results[i]);
  }
  return std::move(batch.results);
}

// All that the result depends on beside the files that the unit comes through.
std::uint64_t TargetParser::keyOf(const Target& target) const {
  if (target.filesOnly) return filesKeyOf(target.commands.front());
  ArchiveWriter key;
  key(environmentKey_, target.commands);
  for (const std::size_t index : target.views) key(true, sources_[index].path, texts_[index]);
  for (const std::size_t index : target.declared) key(false, sources_[index].path, texts_[index]);
  for (const HiddenLine& hidden : target.sought) key(sources_[hidden.source].path, hidden.line);
  return hash64(key.take());
}

std::uint64_t TargetParser::filesKeyOf(const CompileCommand& command) const {
  ArchiveWriter key;
  key(environmentKey_, command, std::string("files"));
  return hash64(key.take());
}

// A parse has seen what the preprocessor alone would see. Not so under `exact`: the oracle asks for itself.
void TargetParser::noteInputs(const Target& target, const TargetResult& result) {
  const CompileCommand& command = target.commands.front();
  if (options_.exact || target.filesOnly || !isUnit(kindOf(command.file)) || result.command != command)
    return;
  inputs_.note(filesKeyOf(command), result);
}

bool TargetParser::isSeen(Batch& batch, std::size_t index) {
  const Target& target = batch.targets[index];
  if (!target.filesOnly) return false;
  auto seen = inputs_.find(keyOf(target));
  if (!seen) return false;
  seen->command = target.commands.front();
  cache_.keep(keyOf(target), *seen);
  batch.results[index] = *std::move(seen);
  --stats_.targets;
  return true;
}

void TargetParser::lookUp(Batch& batch) {
  std::erase_if(batch.open, [&](std::size_t index) { return isSeen(batch, index); });
  std::erase_if(batch.open, [&](std::size_t index) {
    const Target& target = batch.targets[index];
    auto known = cache_.target(keyOf(target),
                               target.filesOnly ? ResultCache::Inputs::Listed : ResultCache::Inputs::LeftOut);
    if (!known) return false;
    batch.results[index] = *std::move(known);
    ++stats_.known;
    return true;
  });
  progress(batch, batch.targets.size() - batch.open.size());
}

// Of the sources that will be parsed.
void TargetParser::findBodies(const Batch& batch) {
  std::set<std::size_t> wanted;
  for (const std::size_t index : batch.open) {
    const Target& target = batch.targets[index];
    wanted.insert(target.views.begin(), target.views.end());
    wanted.insert(target.declared.begin(), target.declared.end());
  }
  std::erase_if(wanted, [&](std::size_t source) { return bodies_[source].has_value(); });
  const std::vector<std::size_t> sources(wanted.begin(), wanted.end());
  forEachIndex(sources.size(), options_.jobs, [&](std::size_t i) {
    const TaggedSource& source = sources_[sources[i]];
    bodies_[sources[i]] = wantedBodies(source.text, source.reading);
  });
}

void TargetParser::parseTogether(Batch& batch) {
  std::size_t least = kWorthARound;
  for (std::size_t round = 0; round < kRounds && batch.open.size() >= least; ++round) {
    const std::size_t before = batch.open.size();
    const std::size_t settled = parseRound(batch);
    if (settled < 1 + before / kPerAlone) return;
    if (round + 1 == kRoundsAtOnce && batch.leftovers == Leftovers::Postponed) postpone(batch);
    least = 1 + kTurnsAlone * jobLimit(options_.jobs, batch.open.size(), kUnityBytes);
  }
}

void TargetParser::postpone(Batch& batch) {
  std::erase_if(batch.open, [&](std::size_t index) {
    const Target& target = batch.targets[index];
    if (!target.mayWait || batch.spoiling.contains(index)) return false;
    if (batch.erroneous.contains(index)) clashed_.insert(keyOf(target));
    batch.results[index] = TargetResult();
    batch.results[index].postponed = true;
    --stats_.targets;
    return true;
  });
}

std::vector<std::size_t> TargetParser::suitedForUnity(const Batch& batch) const {
  std::vector<std::size_t> suited;
  for (const std::size_t index : batch.open) {
    const Target& target = batch.targets[index];
    const std::string viewed = target.views.empty() ? std::string() : sources_[target.views.front()].realPath;
    if (!target.filesOnly && !batch.spoiling.contains(index) && suitsUnity(target, viewed))
      suited.push_back(index);
  }
  return suited;
}

// Those that are in no unit with others are parsed alone meanwhile, where a thread is free.
// Returns how many targets got their result in a unit with others.
std::size_t TargetParser::parseRound(Batch& batch) {
  const unsigned atOnce = jobLimit(options_.jobs, batch.targets.size(), kUnityBytes);
  const std::vector<UnityGroup> groups =
      planUnity(batch.targets, suitedForUnity(batch), {.jobs = atOnce}, batch.erroneous);
  if (groups.empty()) return 0;
  std::set<std::size_t> grouped;
  for (const UnityGroup& group : groups) grouped.insert(group.begin(), group.end());
  std::vector<std::size_t> single;
  std::ranges::set_difference(batch.open, grouped, std::back_inserter(single));
  putLongFirst(batch.targets, single);
  std::vector<std::vector<std::size_t>> sure(groups.size());
  const std::size_t tasks = groups.size() + single.size();
  forEachIndex(tasks, jobLimit(options_.jobs, tasks, kUnityBytes), [&](std::size_t i) {
    if (i < groups.size())
      sure[i] = parseGroup(groups[i], batch);
    else
      settleAlone(batch, single[i - groups.size()], Remains::Freed);
  });
  for (const std::size_t index : single) ++stats_.alone[batch.results[index].alone];
  std::set<std::size_t> settled;
  for (const auto& group : sure) settled.insert(group.begin(), group.end());
  const std::size_t together = settled.size();
  settled.insert(single.begin(), single.end());
  std::erase_if(batch.open, [&](std::size_t index) { return settled.contains(index); });
  stats_.unityUnits += groups.size();
  stats_.together += together;
  return together;
}

// Returns the targets that got their result.
std::vector<std::size_t> TargetParser::parseGroup(const UnityGroup& group, Batch& batch) const {
  std::vector<UnitySection> sections;
  std::vector<WantedText> wanted;
  std::set<std::string> known;
  for (const std::size_t index : group) {
    const Target& target = batch.targets[index];
    const bool unit = isUnit(kindOf(target.file()));
    sections.push_back(
        {target.file(), unit, unit ? macrosOf(textOf(target.file())) : std::vector<std::string>()});
    for (WantedText& text : wantedBy(target))
      if (known.insert(text.path).second) wanted.push_back(std::move(text));
  }
  const CompileCommand& first = batch.targets[group.front()].commands.front();
  std::vector<SectionOutcome> outcomes = collectUnity(unityCommand(first), sections, wanted, environment_);
  std::vector<std::size_t> sure;
  std::vector<std::size_t> spoiling;
  std::vector<std::size_t> erroneous;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const Target& target = batch.targets[group[i]];
    TargetResult& result = batch.results[group[i]];
    result.alone = outcomes[i].why;
    // A header that does not stand by itself would spoil it for all that include it, again and again.
    if (outcomes[i].ownError) (sections[i].isUnit ? erroneous : spoiling).push_back(group[i]);
    if (outcomes[i].byItself) spoiling.push_back(group[i]);
    if (!outcomes[i].sure) continue;
    result = digest(target, target.commands.front(), std::move(outcomes[i].facts), sources_);
    result.files = std::move(outcomes[i].files);
    result.missing = std::move(outcomes[i].missing);
    result.onlyAsked = std::move(outcomes[i].onlyAsked);
    result.skipped = std::move(outcomes[i].skipped);
    sure.push_back(group[i]);
  }
  const std::scoped_lock lock(batch.mutex);
  batch.spoiling.insert(spoiling.begin(), spoiling.end());
  batch.erroneous.insert(erroneous.begin(), erroneous.end());
  progress(batch, sure.size());
  return sure;
}

void TargetParser::settleAlone(Batch& batch, std::size_t index, Remains remains) const {
  std::string why = std::move(batch.results[index].alone);
  batch.results[index] = parseOne(batch.targets[index], remains);
  batch.results[index].alone = why.empty() ? reasonFor(batch.targets[index]) : std::move(why);
  const std::scoped_lock lock(batch.mutex);
  progress(batch, 1);
}

void TargetParser::parseAlone(Batch& batch) {
  putLongFirst(batch.targets, batch.open);
  const unsigned jobs = jobLimit(options_.jobs, batch.open.size(), kUnitBytes);
  // After an edit a single unit is all that is parsed: then nobody waits for its memory to be freed.
  const bool leaves = batch.open.size() == 1 && mayLeaveMemory();
  const Remains remains = leaves ? Remains::Left : Remains::Freed;
  forEachIndex(batch.open.size(), jobs, [&](std::size_t i) { settleAlone(batch, batch.open[i], remains); });
  for (const std::size_t index : batch.open) ++stats_.alone[batch.results[index].alone];
  batch.open.clear();
}

// Why a target never was in a unit with others.
std::string TargetParser::reasonFor(const Target& target) const {
  if (options_.exact) return "asked for";
  if (target.filesOnly) return "looked at for which files it includes";
  const bool ofHeaders =
      target.views.size() > 1 ||
      (target.views.size() == 1 && sources_[target.views.front()].realPath != target.file());
  return ofHeaders ? "looked at for the headers that it includes" : "no other file has its flags";
}

ShownLines TargetParser::preprocess(const Target& target) const {
  std::map<std::string, std::vector<unsigned>> lines;
  for (const HiddenLine& hidden : target.sought)
    lines[sources_[hidden.source].realPath].push_back(hidden.line);
  return preprocessUnit(target.commands.front(), lines, environment_);
}

// Something when preprocessing the unit is enough.
std::optional<TargetResult> TargetParser::lookForHidden(const Target& target) const {
  if (target.sought.empty() && !target.filesOnly) return std::nullopt;
  std::optional<ShownLines> shown;
  if (auto seen = inputs_.find(filesKeyOf(target.commands.front())); seen && !target.filesOnly)
    shown = seenLines(*std::move(seen), target.sought, sources_);
  if (!shown) shown = preprocess(target);
  if (shown->any) return std::nullopt;
  TargetResult result;
  result.command = target.commands.front();
  result.files = std::move(shown->files);
  result.missing = std::move(shown->missing);
  result.onlyAsked = std::move(shown->onlyAsked);
  return result;
}

TargetResult TargetParser::parseOne(const Target& target, Remains remains) const {
  if (auto hidden = lookForHidden(target)) return *std::move(hidden);
  const std::vector<WantedText> wanted = wantedBy(target);
  const CollectOptions how{options_.exact, target.commands.size() == 1 ? remains : Remains::Freed};
  UnitOutcome best;
  const CompileCommand* used = nullptr;
  for (const CompileCommand& command : target.commands) {
    UnitOutcome outcome = collectUnit(command, wanted, how, environment_);
    if (used == nullptr || outcome.languageErrors < best.languageErrors) {
      best = std::move(outcome);
      used = &command;
    }
    if (best.languageErrors == 0) break;
  }
  TargetResult result = digest(target, *used, std::move(best.facts), sources_);
  result.errors = firstInCode(best.diagnostics);
  result.files = std::move(best.files);
  result.missing = std::move(best.missing);
  result.onlyAsked = std::move(best.onlyAsked);
  return result;
}

std::vector<WantedText> TargetParser::wantedBy(const Target& target) const {
  std::set<std::size_t> indices(target.views.begin(), target.views.end());
  indices.insert(target.declared.begin(), target.declared.end());
  std::vector<WantedText> wanted;
  for (const std::size_t index : indices)
    wanted.push_back({sources_[index].realPath, bodies_[index].value(), replacedBy(sources_[index].reading),
                      shadowsIn(sources_[index].reading)});
  return wanted;
}

std::string TargetParser::textOf(const std::string& file) const {
  const auto source = std::ranges::lower_bound(sources_, file, {}, &TaggedSource::realPath);
  if (source != sources_.end() && source->realPath == file) return std::string(source->text.bytes());
  auto text = readFile(file);
  return text ? *std::move(text) : std::string();
}

void TargetParser::progress(Batch& batch, std::size_t count) const {
  if (!options_.onProgress) return;
  batch.done += count;
  options_.onProgress({"parsing units", batch.done, batch.targets.size()});
}

}  // namespace assay::scan
