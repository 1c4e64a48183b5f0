// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Most questions about macros are settled for all files at once: a name that the system alone defines, or
// that one header defines once, has the recorded answer wherever that header is included before. Only names
// whose state depends on the order of includes are followed step by step.
#include "scan/replay.h"

#include <algorithm>
#include <unordered_map>

namespace assay::scan {
namespace {

// Deeper than any compiler allows.
constexpr unsigned kDeepest = 500;

bool contains(const std::vector<unsigned>& values, unsigned value) {
  return std::ranges::find(values, value) != values.end();
}

}  // namespace

Replay::Replay(const PreprocessorTrace& trace, std::vector<unsigned> roots)
    : trace_(trace), names_(trace.names.size()), instances_(trace.instances.size()) {
  gatherNames(roots);
  for (unsigned i = 0; i < instances_.size(); ++i) prepare(i);
}

void Replay::gatherNames(const std::vector<unsigned>& roots) {
  std::vector<bool> undefined(names_.size(), false);
  for (const FileInstance& instance : trace_.instances) {
    const bool system = trace_.files[instance.file].system;
    for (const TraceEvent& event : instance.events) {
      if (event.kind != TraceKind::Define && event.kind != TraceKind::Undefine) continue;
      Name& name = names_[event.what];
      name.byUser = name.byUser || !system;
      if (event.kind == TraceKind::Undefine)
        undefined[event.what] = true;
      else if (!contains(name.definitions, event.answer))
        name.definitions.push_back(event.answer);
    }
  }
  for (unsigned i = 0; i < names_.size(); ++i) {
    Name& name = names_[i];
    const auto comesAndGoes = [&](unsigned definition) {
      const unsigned file = trace_.definitions[definition];
      return file == kNone || trace_.files[file].entered > 1 || contains(roots, file);
    };
    name.ordered = name.byUser && (undefined[i] || name.definitions.size() > 1 ||
                                   std::ranges::any_of(name.definitions, comesAndGoes));
  }
}

void Replay::prepare(unsigned index) {
  Instance& into = instances_[index];
  if (into.ready) return;
  into.ready = true;  // an include that leads back here finds the guard
  const FileInstance& recorded = trace_.instances[index];
  into.closure.add(recorded.file);
  const TracedFile& file = trace_.files[recorded.file];
  if (file.partlyGuarded && file.system && file.first != index) {
    prepare(file.first);
    into.closure.add(instances_[file.first].closure);
  }
  bool quiet = true;
  for (const TraceEvent& event : recorded.events) {
    switch (event.kind) {
      case TraceKind::Use: prepareUse(event, index); break;
      case TraceKind::Define:
        if (names_[event.what].ordered) into.steps.push_back({Demand::Define, event.what, event.answer});
        break;
      case TraceKind::Undefine:
        if (names_[event.what].ordered) into.steps.push_back({Demand::Undefine, event.what, kNone});
        break;
      case TraceKind::Include: {
        const unsigned entered = enteredBy(event);
        if (entered == kNone || (event.answer == kNone && into.closure.has(event.what))) break;
        prepare(entered);
        into.closure.add(instances_[entered].closure);
        into.steps.push_back({Demand::Include, event.what, entered});
        quiet = quiet && instances_[entered].quiet;
        break;
      }
    }
  }
  const auto isInclude = [](const Step& step) { return step.demand == Demand::Include; };
  into.quiet = quiet && std::ranges::all_of(into.steps, isInclude);
}

void Replay::prepareUse(const TraceEvent& event, unsigned index) {
  const Name& name = names_[event.what];
  const unsigned self = trace_.instances[index].file;
  Instance& into = instances_[index];
  if (name.ordered) return into.steps.push_back({Demand::Answer, event.what, event.answer});
  if (trace_.files[self].system && !name.byUser) return;
  if (event.answer != kNone) {
    const unsigned file = trace_.definitions[event.answer];
    if (file != kNone && !into.closure.has(file)) into.steps.push_back({Demand::Included, file, event.what});
    return;
  }
  for (const unsigned definition : name.definitions) {
    const unsigned file = trace_.definitions[definition];
    if (file != kNone && file != self) into.steps.push_back({Demand::NotIncluded, file, event.what});
  }
}

class Replay::Walk {
 public:
  explicit Walk(const Replay& replay) : replay_(replay) {}

  bool enter(unsigned file, unsigned index) {
    const TracedFile& traced = replay_.trace_.files[file];
    if (traced.guarded && included.has(file)) return true;
    const bool again = included.has(file);
    if (!traced.partlyGuarded || again == (traced.first != index)) return replay(file, index);
    // Alone it comes in another turn. The first time, what its guard left out here, because another file had
    // it already, is there; a later time, what stands here has come before.
    if (differsByOwnMacros(file, index))
      for (const unsigned other : again ? laterThan(traced.first) : std::vector{traced.first})
        if (tryReplay(file, other)) return true;
    return replay(file, index);
  }

  FileSet included;
  std::string why;

 private:
  bool replay(unsigned file, unsigned index) {
    const Instance& instance = replay_.instances_[index];
    if (instance.quiet) {
      included.add(instance.closure);
      return true;
    }
    if (depth_ >= kDeepest) return fail("includes are too deep", kNone);
    included.add(file);
    ++depth_;
    const bool same = std::ranges::all_of(instance.steps, [&](const Step& step) { return take(step); });
    --depth_;
    return same;
  }

  bool tryReplay(unsigned file, unsigned index) {
    FileSet includedBefore = included;
    auto stateBefore = state_;
    if (replay(file, index)) return true;
    included = std::move(includedBefore);
    state_ = std::move(stateBefore);
    return false;
  }

  // Whether all that an instance was told otherwise than it would be now is about what the file itself
  // defines.
  [[nodiscard]] bool differsByOwnMacros(unsigned file, unsigned index) const {
    std::unordered_map<unsigned, unsigned> inside;
    const auto isExplained = [&](const Step& step) {
      const auto known = inside.find(step.what);
      const unsigned now = known == inside.end() ? stateOf(step.what) : known->second;
      const unsigned odd = step.answer != kNone ? step.answer : now;
      return now == step.answer || replay_.trace_.definitions[odd] == file;
    };
    for (const Step& step : replay_.instances_[index].steps) {
      if (step.demand == Demand::Answer && !isExplained(step)) return false;
      if (step.demand == Demand::Define || step.demand == Demand::Undefine) inside[step.what] = step.answer;
    }
    return true;
  }

  // The file's instances behind its first one, but no two of the same events.
  [[nodiscard]] std::vector<unsigned> laterThan(unsigned first) const {
    const std::vector<FileInstance>& all = replay_.trace_.instances;
    std::vector<unsigned> later;
    for (unsigned i = first + 1; i < all.size(); ++i) {
      const auto same = [&](unsigned other) { return all[other].events == all[i].events; };
      if (all[i].file == all[first].file && std::ranges::none_of(later, same)) later.push_back(i);
    }
    return later;
  }

  bool take(const Step& step) {
    switch (step.demand) {
      case Demand::Included:
        return included.has(step.what) || fail("a macro of a header it does not include", step.answer);
      case Demand::NotIncluded:
        return !included.has(step.what) ||
               fail("a macro that another order of includes defines", step.answer);
      case Demand::Answer:
        return stateOf(step.what) == step.answer || fail("another state of a macro", step.what);
      case Demand::Define: state_[step.what] = step.answer; return true;
      case Demand::Undefine: state_[step.what] = kNone; return true;
      case Demand::Include: return enter(step.what, step.answer);
    }
    return false;
  }

  // Before anything in the file's own includes has changed it: predefined or not at all.
  [[nodiscard]] unsigned stateOf(unsigned name) const {
    if (const auto known = state_.find(name); known != state_.end()) return known->second;
    for (const unsigned definition : replay_.names_[name].definitions)
      if (replay_.trace_.definitions[definition] == kNone) return definition;
    return kNone;
  }

  bool fail(const std::string& reason, unsigned name) {
    why = name == kNone ? reason : reason + ": " + replay_.trace_.names[name];
    return false;
  }

  const Replay& replay_;
  std::unordered_map<unsigned, unsigned> state_;
  unsigned depth_ = 0;
};

// One that leads back here may owe the file's own includes what it has.
FileSet Replay::includedAbove(unsigned file, std::size_t offset) const {
  return above(file, offset, [&](unsigned entered) { return !instances_[entered].closure.has(file); });
}

FileSet Replay::mayBeAbove(unsigned file, std::size_t offset) const {
  FileSet all = above(file, offset, [](unsigned) { return true; });
  // In a circle of includes a closure may lack what was still being read.
  for (std::size_t known = 0; known != all.all().size();) {
    const std::vector<unsigned> files = all.all();
    known = files.size();
    for (const unsigned one : files)
      if (firstOf(one) != kNone) all.add(instances_[firstOf(one)].closure);
  }
  return all;
}

template <class Counts>
FileSet Replay::above(unsigned file, std::size_t offset, const Counts& counts) const {
  FileSet above;
  if (trace_.prelude != kNone) above.add(instances_[trace_.prelude].closure);
  if (firstOf(file) == kNone) return above;
  const FileInstance& instance = trace_.instances[firstOf(file)];
  std::size_t include = 0;
  for (const TraceEvent& event : instance.events) {
    if (event.kind != TraceKind::Include) continue;
    if (include >= instance.includedAt.size() || instance.includedAt[include++] >= offset) break;
    const unsigned entered = enteredBy(event);
    if (entered != kNone && counts(entered)) above.add(instances_[entered].closure);
  }
  return above;
}

bool Replay::misplacesSome(const FileSet& files) const {
  return std::ranges::any_of(files.all(), [&](unsigned file) { return trace_.files[file].misplaces; });
}

ReplayVerdict Replay::check(unsigned root) const {
  const TracedFile& file = trace_.files[root];
  if (file.first == kNone) return {false, "never entered"};
  if (!file.guarded && file.entered != 1) return {false, "entered more than once"};
  Walk walk(*this);
  if (trace_.prelude != kNone) walk.enter(trace_.instances[trace_.prelude].file, trace_.prelude);
  if (!walk.enter(root, file.first)) return {false, walk.why, std::move(walk.included)};
  for (const unsigned included : walk.included.all()) {
    const TracedFile& other = trace_.files[included];
    if (other.erroneous) return {false, "an error in " + other.path, std::move(walk.included)};
    if (other.misplaced) {
      const bool byItself = misplacesSome(walk.included);
      return {false, "an #include inside a scope, of or in " + other.path, std::move(walk.included),
              byItself};
    }
    if (other.peculiar && !other.system)
      return {false, "what only the place in the unit tells, in " + other.path, std::move(walk.included),
              true};
  }
  return {true, {}, std::move(walk.included)};
}

}  // namespace assay::scan
