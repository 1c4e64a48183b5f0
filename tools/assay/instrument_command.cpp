// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay instrument`: manifest -> guarded files. The steps are in lib/instrument; here they are put in order,
// and everything is planned and checked before the first byte is written.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assay/command.h"
#include "assay/guarded_texts.h"
#include "assay/instrument_audit.h"
#include "assay/instrument_summary.h"
#include "assay/progress.h"
#include "assay/runtime_folder.h"
#include "instrument/instrumented_files.h"
#include "instrument/line_diff.h"
#include "instrument/mirror.h"
#include "instrument/prepare.h"
#include "manifest/manifest.h"
#include "scan/scan.h"
#include "source/insertion.h"
#include "support/file.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using instrument::Draft;

enum class Mode { InPlace, Out, Diff, Strip };

Expected<Mode> modeOf(const config::Settings& settings) {
  std::vector<Mode> chosen;
  if (settings.flag("in-place")) chosen.push_back(Mode::InPlace);
  if (settings.has("out") && settings.text("out").empty())
    return fail(ErrorCode::Usage, "--out needs a folder");
  if (settings.has("out")) chosen.push_back(Mode::Out);
  if (settings.flag("diff")) chosen.push_back(Mode::Diff);
  if (settings.flag("strip")) chosen.push_back(Mode::Strip);
  if (chosen.size() == 1) return chosen.front();
  return fail(ErrorCode::Usage,
              chosen.empty() ? "say what to do with the guarded files"
                             : "--in-place, --out, --diff and --strip exclude each other",
              "one of --in-place, --out DIR, --diff, --strip");
}

/// The manifest at work: where it is, what it is of, and how it read before.
struct Work {
  fs::path manifestFile;
  fs::path root;
  model::Manifest manifest;
  std::vector<std::optional<model::Outcome>> outcomesBefore;
  std::vector<std::string> only;  ///< root-relative; empty = all
};

// A manifest that is kept elsewhere (--manifest) is of the current folder, unless its files are beside it.
fs::path rootOf(const fs::path& manifestFile, const model::Manifest& manifest) {
  const fs::path folder = fs::absolute(manifestFile).parent_path();
  std::error_code error;
  for (const model::TaggedFile& file : manifest.files) {
    if (fs::exists(folder / file.path, error)) return folder;
    if (fs::exists(fs::current_path() / file.path, error)) return fs::current_path();
  }
  return folder;
}

Expected<std::vector<std::string>> selection(const std::vector<std::string>& arguments,
                                             const fs::path& root) {
  std::vector<std::string> only;
  for (const std::string& argument : arguments) {
    std::error_code error;
    const fs::path path = fs::canonical(argument, error);
    if (error) return fail(ErrorCode::Input, "'" + argument + "': " + error.message());
    const fs::path relative = path.lexically_relative(fs::canonical(root));
    if (relative.empty() || *relative.begin() == "..")
      return fail(ErrorCode::Usage,
                  "'" + argument + "' is outside of '" + root.string() + "', which the manifest is of");
    only.push_back(relative.generic_string());
  }
  return only;
}

Expected<Work> open(Invocation& invocation) {
  Work work;
  ASSAY_TRY(work.manifestFile, manifestPath(invocation.settings));
  ASSAY_TRY(work.manifest, manifest::loadManifest(work.manifestFile, invocation.diagnostics));
  work.root = rootOf(work.manifestFile, work.manifest);
  ASSAY_TRY(work.only, selection(invocation.arguments, work.root));
  for (const auto& function : work.manifest.functions) work.outcomesBefore.push_back(function.outcome);
  return work;
}

instrument::Check checkWith(const config::Settings& settings, const fs::path& root,
                            const fs::path& runtimeInclude) {
  scan::ParseOptions options;
  options.root = root;
  if (settings.has("build-folder")) options.buildFolder = settings.text("build-folder");
  options.extraArguments = settings.list("extra-arg");
  options.queryDrivers = settings.list("query-driver");
  return [=, bar = std::make_shared<ProgressBar>(), opened = std::shared_ptr<scan::EditCheck>(),
          round = std::size_t{0}](const std::vector<instrument::RewrittenFile>& files) mutable
             -> Expected<std::vector<instrument::FoundDiagnostic>> {
    bar->update("checking the guarded files, round", ++round, 0);
    if (!opened) {
      ASSAY_TRY(scan::EditCheck check, scan::EditCheck::open(options, runtimeInclude));
      opened = std::make_shared<scan::EditCheck>(std::move(check));
    }
    std::vector<scan::Overlay> overlays;
    for (const auto& file : files) overlays.push_back({file.file, file.text});
    ASSAY_TRY(const auto fresh, opened->check(overlays));
    std::vector<instrument::FoundDiagnostic> found;
    for (const auto& diagnostic : fresh)
      found.push_back({diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.text});
    return found;
  };
}

bool outcomesChanged(const Work& work) {
  for (std::size_t i = 0; i < work.outcomesBefore.size(); ++i)
    if (work.manifest.functions[i].outcome != work.outcomesBefore[i]) return true;
  return false;
}

/// Root-relative path -> what the file has to hold.
Expected<instrument::Replacements> textsOf(const std::vector<Draft>& drafts) {
  instrument::Replacements texts;
  for (const Draft& draft : drafts) {
    ASSAY_TRY(texts[draft.plan.file], draft.rewritten());
  }
  return texts;
}

struct InPlace {
  std::size_t written = 0;
  std::set<std::string> failed;
};

// Writes what differs; goes on after a file that cannot be written.
InPlace writeInPlace(const fs::path& root, const instrument::Replacements& texts, Diagnostics& diagnostics) {
  InPlace result;
  for (const auto& [file, text] : texts) {
    const auto present = readFile(root / file);
    if (present && *present == text) continue;
    const auto done = writeFileAtomically(root / file, text);
    if (done) {
      ++result.written;
      continue;
    }
    diagnostics.error("assay-instrument-006", done.error());
    result.failed.insert(file);
  }
  return result;
}

// What could not be written is as it was before.
void forget(const std::set<std::string>& files, Work& work, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < work.outcomesBefore.size(); ++i)
    if (files.contains(work.manifest.functions[i].file))
      work.manifest.functions[i].outcome = work.outcomesBefore[i];
  std::erase_if(drafts, [&](const Draft& draft) { return files.contains(draft.plan.file); });
}

Expected<void> printDiff(const fs::path& root, const instrument::Replacements& texts) {
  for (const auto& [file, text] : texts) {
    ASSAY_TRY(const std::string present, readFile(root / file));
    std::cout << instrument::lineDiff(file, present, text);
  }
  return {};
}

// A tree that cannot be written to can still be mirrored.
void writeOutcomes(const Work& work, Diagnostics& diagnostics) {
  if (!outcomesChanged(work)) return;
  const auto done = writeFileAtomically(work.manifestFile, manifest::writeManifest(work.manifest));
  if (!done) diagnostics.error("assay-instrument-006", done.error());
}

constexpr std::string_view kNext =
    "next: build it and link assay's runtime (CMake: assay::runtime, else -lassay_runtime), run it, then "
    "`assay top`\n";

Expected<void> writeMirrorOf(const Work& work, const fs::path& folder, const instrument::Replacements& texts,
                             Diagnostics& diagnostics) {
  ASSAY_TRY(const auto report, instrument::writeMirror(work.root, folder, texts, diagnostics));
  fmt::print("mirror in {}: {} files, {} written, {} removed\n", folder.generic_string(), report.files,
             report.written, report.removed);
  return {};
}

void replaceFiles(Work& work, const instrument::Replacements& texts, std::vector<Draft>& drafts,
                  Diagnostics& diagnostics) {
  const InPlace result = writeInPlace(work.root, texts, diagnostics);
  forget(result.failed, work, drafts);
  writeOutcomes(work, diagnostics);
  fmt::print("rewrote {} file{} in place; `assay instrument --strip` undoes it\n", result.written,
             result.written == 1 ? "" : "s");
}

Expected<void> deliver(Mode mode, Work& work, std::vector<Draft>& drafts, Invocation& invocation) {
  ASSAY_TRY(const instrument::Replacements texts, textsOf(drafts));
  if (mode == Mode::Diff) return printDiff(work.root, texts);
  if (mode == Mode::Out) {
    writeOutcomes(work, invocation.diagnostics);
    ASSAY_TRY_VOID(writeMirrorOf(work, invocation.settings.text("out"), texts, invocation.diagnostics));
  } else {
    replaceFiles(work, texts, drafts, invocation.diagnostics);
  }
  fmt::print("{}{}", instrumentSummary(work.manifest, drafts, work.only.empty()),
             drafts.empty() ? "" : kNext);
  return {};
}

// Last, so that it tells of nothing that did not happen.
Expected<void> writeAudit(const Work& work, const std::vector<Draft>& drafts,
                          const std::vector<instrument::TakenBack>& taken, const config::Settings& settings) {
  if (!settings.has("report")) return {};
  return writeFileAtomically(settings.text("report"), instrumentAudit(work.manifest, drafts, taken));
}

Expected<ExitCode> insertGuards(Mode mode, Invocation& invocation) {
  ASSAY_TRY(const fs::path runtimeInclude, runtimeIncludeFolder());
  ASSAY_TRY(Work work, open(invocation));
  auto prepared = instrument::prepare(work.manifest, work.root, work.only, invocation.diagnostics);
  ASSAY_TRY(const auto taken,
            instrument::takeBackWhatBreaks(prepared.drafts,
                                           checkWith(invocation.settings, work.root, runtimeInclude)));
  instrument::recordTakenBack(work.manifest, taken, invocation.diagnostics);
  ASSAY_TRY_VOID(deliver(mode, work, prepared.drafts, invocation));
  ASSAY_TRY_VOID(writeAudit(work, prepared.drafts, taken, invocation.settings));
  const bool complete = prepared.complete && !invocation.diagnostics.hasErrors();
  return complete ? ExitCode::Done : ExitCode::Incomplete;
}

// What the check said of these bytes before, it would say again.
std::vector<Draft> takeUnknown(std::vector<Draft>& drafts, const IsKnown& isKnown) {
  std::vector<Draft> known;
  std::vector<Draft> unknown;
  for (Draft& draft : drafts) {
    const auto text = draft.rewritten();
    const bool said = draft.plan.guards.empty() || (text && isKnown(draft.plan.file, *text));
    (said ? known : unknown).push_back(std::move(draft));
  }
  drafts = std::move(known);
  return unknown;
}

// The named files and folders; else those of the manifest; else everything below the current folder.
Expected<std::vector<fs::path>> filesToStrip(Invocation& invocation) {
  const std::vector<fs::path> named(invocation.arguments.begin(), invocation.arguments.end());
  if (!named.empty()) return instrument::sourceFilesBelow(named);
  const auto manifestFile = manifestPath(invocation.settings);
  if (!manifestFile) return instrument::sourceFilesBelow({"."});
  ASSAY_TRY(const model::Manifest manifest, manifest::loadManifest(*manifestFile, invocation.diagnostics));
  std::vector<fs::path> files;
  for (const model::TaggedFile& file : manifest.files)
    files.push_back(rootOf(*manifestFile, manifest) / file.path);
  return files;
}

Expected<ExitCode> strip(Invocation& invocation) {
  if (invocation.settings.has("report"))
    return fail(ErrorCode::Usage, "--strip has nothing to report", "leave out --report");
  ASSAY_TRY(const std::vector<fs::path> files, filesToStrip(invocation));
  std::size_t written = 0;
  for (const fs::path& file : files) {
    const auto text = readFile(file);
    if (!text) {
      invocation.diagnostics.error("assay-instrument-001", text.error());
    } else if (source::hasInsertions(*text)) {
      const auto done = writeFileAtomically(file, source::stripInsertions(*text));
      if (!done) invocation.diagnostics.error("assay-instrument-006", done.error());
      written += done ? 1 : 0;
    }
  }
  fmt::print("took the guards out of {} file{} ({} looked at)\n", written, written == 1 ? "" : "s",
             files.size());
  return invocation.diagnostics.hasErrors() ? ExitCode::Incomplete : ExitCode::Done;
}

}  // namespace

Expected<GuardedTexts> guardedTexts(Invocation& invocation, const IsKnown& isKnown,
                                    const std::vector<instrument::FoundDiagnostic>& refused) {
  ASSAY_TRY(const fs::path runtimeInclude, runtimeIncludeFolder());
  ASSAY_TRY(Work work, open(invocation));
  auto prepared = instrument::prepare(work.manifest, work.root, work.only, invocation.diagnostics);
  instrument::recordTakenBack(work.manifest, instrument::takeBackRefused(prepared.drafts, refused),
                              invocation.diagnostics);
  std::vector<Draft> unknown = takeUnknown(prepared.drafts, isKnown);
  ASSAY_TRY(const auto taken, instrument::takeBackWhatBreaks(
                                  unknown, checkWith(invocation.settings, work.root, runtimeInclude)));
  instrument::recordTakenBack(work.manifest, taken, invocation.diagnostics);
  writeOutcomes(work, invocation.diagnostics);
  prepared.drafts.insert(prepared.drafts.end(), std::make_move_iterator(unknown.begin()),
                         std::make_move_iterator(unknown.end()));
  GuardedTexts result{work.root, runtimeInclude, {}, {}};
  for (const Draft& draft : prepared.drafts) {
    if (draft.plan.guards.empty()) continue;
    ASSAY_TRY(std::string guarded, draft.rewritten());
    result.texts[draft.plan.file] = {std::string(draft.text.bytes()), std::move(guarded)};
  }
  result.summary = instrumentSummary(work.manifest, prepared.drafts, true);
  return result;
}

const VerbHelp kInstrumentHelp = {
    "instrument", "paths", "files and folders to instrument (default: all of the manifest)",
    "  assay instrument --diff             what would be inserted\n"
    "  assay instrument --out guarded      a guarded copy of the tree, to be built in its place\n"
    "  assay instrument --in-place         for a checkout that is thrown away after the build\n"
    "  assay instrument --strip            takes everything out again, byte for byte"};

Expected<ExitCode> instrumentCommand(Invocation& invocation) {
  ASSAY_TRY(const Mode mode, modeOf(invocation.settings));
  return mode == Mode::Strip ? strip(invocation) : insertGuards(mode, invocation);
}

}  // namespace assay::tool
