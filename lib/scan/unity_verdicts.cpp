// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unity_verdicts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "scan/replay.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

bool mentions(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end]))) return true;
  }
  return false;
}

class Verdicts {
 public:
  explicit Verdicts(ParsedUnity unity)
      : sections_(unity.sections),
        specialisations_(std::move(unity.specialisations)),
        recorder_(unity.recorder),
        files_(unity.files),
        roots_(recorder_.roots()),
        trace_(recorder_.take()),
        replay_(trace_, unitRoots()) {}

  void fill(UnityRecord& record) {
    record.complete.resize(sections_.size(), false);
    record.outcomes.resize(sections_.size());
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      SectionOutcome& outcome = record.outcomes[i];
      if (!record.complete[i] || i >= roots_.size() || roots_[i].file == kNone)
        outcome.why = "the section did not end where it should";
      else
        judge(i, outcome);
    }
    record.skipped = skipped();
  }

  /// Gives each sure section the facts that are its own.
  void distribute(const std::vector<FileFacts>& facts, UnityRecord& record) {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      if (!record.outcomes[i].sure) continue;
      for (const FileFacts& file : facts)
        if (file.file == sections_[i].file || (!file.wanted && isAmong(file.file, record.outcomes[i].files)))
          record.outcomes[i].facts.push_back(file);
    }
  }

 private:
  static bool isAmong(const std::string& file, const std::vector<std::string>& sorted) {
    return std::ranges::binary_search(sorted, file);
  }

  [[nodiscard]] std::vector<unsigned> unitRoots() const {
    std::vector<unsigned> roots;
    for (std::size_t i = 0; i < std::min(roots_.size(), sections_.size()); ++i)
      if (sections_[i].isUnit && roots_[i].file != kNone) roots.push_back(roots_[i].file);
    return roots;
  }

  // A file with a guard was entered once, and showed all sections that are sure the same.
  [[nodiscard]] std::shared_ptr<const SkippedByFile> skipped() const {
    SkippedByFile byFile;
    for (const TracedFile& file : trace_.files)
      if (!file.system && file.entered == 1) byFile.emplace(file.path, file.skipped);
    return std::make_shared<const SkippedByFile>(std::move(byFile));
  }

  void judge(std::size_t index, SectionOutcome& outcome) {
    const unsigned root = roots_[index].file;
    ReplayVerdict verdict = replay_.check(root);
    outcome.sure = verdict.same;
    outcome.ownError = trace_.files[root].erroneous;
    outcome.why = std::move(verdict.why);
    outcome.byItself = verdict.byItself;
    if (outcome.sure) checkDisturbed(root, verdict.included, outcome);
    if (outcome.sure) checkReferences(root, verdict.included, outcome);
    if (outcome.sure) checkDefinitions(root, verdict.included, outcome);
    if (outcome.sure) checkSpecialisations(root, verdict.included, outcome);
    if (!outcome.sure) return;
    for (const unsigned file : verdict.included.all())
      if (!trace_.files[file].path.starts_with('<')) outcome.files.push_back(trace_.files[file].path);
    std::ranges::sort(outcome.files);
  }

  /// Where a macro of an included file was taken away by one that is not included, its name stands
  /// unexpanded.
  void checkDisturbed(unsigned root, const FileSet& included, SectionOutcome& outcome) const {
    const std::vector<unsigned> units = unitRoots();
    for (const DisturbedMacro& macro : recorder_.disturbed()) {
      if (included.has(macro.by) || (macro.from != kNone && !included.has(macro.from))) continue;
      const bool putBack = std::ranges::find(units, macro.by) != units.end();
      for (const unsigned file : included.all()) {
        const TracedFile& other = trace_.files[file];
        const bool before = other.first == kNone || other.first < trace_.files[macro.by].first;
        if (other.system || before || (putBack && file == root)) continue;
        if (!mentions(recorder_.textOf(file), macro.name)) continue;
        outcome.sure = false;
        outcome.why = "a macro that another file undefines: " + macro.name;
        return;
      }
    }
  }

  [[nodiscard]] bool knows(const FileSet& included, const DeclaringFiles& files) const {
    return std::ranges::any_of(files, [&](const clang::FileEntry* entry) {
      const unsigned index = recorder_.knownFile(entry);
      return index == kNone || included.has(index);
    });
  }

  void checkSpecialisations(unsigned root, const FileSet& included, SectionOutcome& outcome) const {
    for (const Specialisation& special : specialisations_) {
      const unsigned by = recorder_.knownFile(special.file);
      if (by == kNone || included.has(by) || trace_.files[by].first > trace_.files[root].first) continue;
      const auto known = [&](const DeclaringFiles& files) { return knows(included, files); };
      if (!known(special.ofTemplate) || !std::ranges::all_of(special.ofArguments, known)) continue;
      outcome.sure = false;
      outcome.why = "a specialisation in a file that it does not include: " + trace_.files[by].path;
      return;
    }
  }

  void checkReferences(unsigned root, const FileSet& included, SectionOutcome& outcome) const {
    // Clang says nothing of what clashes with something that is broken already.
    const auto isBroken = [](const FoundFunction& function) {
      return !function.askedBy.empty() && function.entry.precision != model::Precision::Exact;
    };
    const auto check = [&](const UnitFile& file) {
      if (std::ranges::any_of(file.facts.functions, isBroken)) {
        outcome.sure = false;
        outcome.why = "a function that clashes with one of another file";
        return;
      }
      for (const DeclaringFiles& files : file.references) {
        if (knows(included, files)) continue;
        outcome.sure = false;
        outcome.why = "a declaration in a file that it does not include: " +
                      trace_.files[recorder_.knownFile(*files.begin())].path;
        return;
      }
    };
    forEachOwn(root, included, [&](unsigned, const UnitFile& file) { check(file); });
  }

  /// A class that another file of the unit has read already may be defined further down in this one's order.
  void checkDefinitions(unsigned root, const FileSet& included, SectionOutcome& outcome) const {
    forEachOwn(root, included, [&](unsigned index, const UnitFile& file) {
      for (const auto& [entry, offset] : file.definitions) {
        const unsigned defining = recorder_.knownFile(entry);
        if (defining == index || defining == kNone || replay_.includedAbove(index, offset).has(defining))
          continue;
        outcome.sure = false;
        outcome.why = "a class that a file it does not include above defines: " + trace_.files[defining].path;
      }
      for (const auto& [entry, offset] : file.laterDefinitions) {
        const unsigned defining = recorder_.knownFile(entry);
        if (defining == kNone || !replay_.mayBeAbove(index, offset).has(defining)) continue;
        outcome.sure = false;
        outcome.why = "a class that this order of includes defines later: " + trace_.files[defining].path;
      }
    });
  }

  /// The section's file, and those that nobody asked for which it includes.
  template <class Visit>
  void forEachOwn(unsigned root, const FileSet& included, const Visit& visit) const {
    files_.forEachOpen([&](const clang::FileEntry* entry, const UnitFile& file) {
      const unsigned index = recorder_.knownFile(entry);
      if (index == root || (file.wanted == nullptr && index != kNone && included.has(index)))
        visit(index, file);
    });
  }

  const std::vector<UnitySection>& sections_;
  std::set<Specialisation> specialisations_;
  TraceRecorder& recorder_;
  UnitFiles& files_;
  std::vector<TracedRoot> roots_;
  PreprocessorTrace trace_;
  Replay replay_;
};

}  // namespace

void judgeSections(ParsedUnity unity, UnityRecord& record) {
  UnitFiles& files = unity.files;
  Verdicts verdicts(std::move(unity));
  verdicts.fill(record);
  verdicts.distribute(files.takeFacts(), record);
}

}  // namespace assay::scan
