// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay annotate`: comments that say in free words who wrote the code -> the canonical tag beside them, as a
// diff or written. What a tag would reach is read off the tokens first: one that reaches nothing is left out.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "annotate/insertion_diff.h"
#include "annotate/proposal.h"
#include "assay/command.h"
#include "assay/scan_request.h"
#include "scan/find_suspects.h"
#include "scan/lexical_reading.h"
#include "source/insertion.h"
#include "support/file.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using annotate::Proposal;

struct Request {
  scan::ScanOptions scan;
  tag::Confidence least = tag::Confidence::Medium;
  bool write = false;
};

/// What came of all files.
struct Tally {
  std::size_t tags = 0;
  std::size_t files = 0;
  std::size_t leftOut = 0;
};

Expected<tag::Confidence> leastConfidence(const std::string& word) {
  if (const auto confidence = tag::confidenceOf(word)) return *confidence;
  return fail(ErrorCode::Usage, fmt::format("there is no confidence `{}`", word), "one of low, medium, high");
}

Expected<Request> requestOf(const Invocation& invocation, const ScanPlaces& places) {
  const config::Settings& settings = invocation.settings;
  if (settings.text("from") != "comments")
    return fail(ErrorCode::Usage, fmt::format("tags cannot be made from `{}`", settings.text("from")),
                "they are made from: comments");
  Request request;
  ASSAY_TRY(request.least, leastConfidence(settings.text("confidence")));
  ASSAY_TRY(request.scan, scanOptionsOf(settings, places));
  request.write = settings.flag("write");
  return request;
}

bool reachesCode(const std::vector<model::AnnotatedFunction>& entries, unsigned tagLine) {
  return std::ranges::any_of(entries, [&](const model::AnnotatedFunction& entry) {
    return entry.tagLine == tagLine && !entry.name.empty();
  });
}

// Tags that reach nothing are taken out again, which moves none of the others.
Expected<annotate::Annotated> onlyWhatReaches(const source::SourceText& text, const tag::ReadOptions& options,
                                              std::vector<Proposal>& proposals) {
  ASSAY_TRY(annotate::Annotated all, annotate::annotated(text, proposals));
  const auto entries = scan::readLexically(source::SourceText(text.name(), all.text), options);
  for (std::size_t i = 0; i < proposals.size(); ++i)
    if (proposals[i].reason.empty() && !reachesCode(entries, all.lines[i]))
      proposals[i].reason = "there is no function that a tag would reach";
  return annotate::annotated(text, proposals);
}

void sayWhatIsLeftOut(const std::string& file, const std::vector<Proposal>& proposals,
                      Diagnostics& diagnostics) {
  for (const Proposal& proposal : proposals)
    if (!proposal.reason.empty())
      diagnostics.note("assay-annotate-001", {file, proposal.line, 0},
                       fmt::format("no tag for \"{}\": {}", proposal.suspect.text, proposal.reason));
}

std::vector<annotate::TagLine> linesOf(const std::vector<Proposal>& proposals) {
  std::vector<annotate::TagLine> lines;
  for (const Proposal& proposal : proposals)
    if (proposal.reason.empty()) lines.push_back(proposal.tagLine);
  return lines;
}

Expected<void> annotateFile(const fs::path& root, const std::string& file, const Request& request,
                            Tally& tally, Diagnostics& diagnostics) {
  ASSAY_TRY(std::string bytes, readFile(root / file));
  if (source::hasInsertions(bytes))
    return fail(ErrorCode::Input, fmt::format("{} has guards in it", file),
                "take them out with `assay instrument --strip`");
  const source::SourceText text(file, std::move(bytes));
  std::vector<Proposal> proposals = annotate::proposalsFor(text, request.scan.tags);
  std::erase_if(proposals,
                [&](const Proposal& proposal) { return proposal.suspect.confidence < request.least; });
  ASSAY_TRY(const annotate::Annotated result, onlyWhatReaches(text, request.scan.tags, proposals));
  sayWhatIsLeftOut(file, proposals, diagnostics);
  const std::vector<annotate::TagLine> lines = linesOf(proposals);
  tally.leftOut += proposals.size() - lines.size();
  if (lines.empty()) return {};
  tally.tags += lines.size();
  ++tally.files;
  if (request.write) return writeFileAtomically(root / file, result.text);
  std::cout << annotate::insertionDiff(file, text.bytes(), lines);
  return {};
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string summaryOf(const Tally& tally, bool written) {
  const std::string left = tally.leftOut == 0 ? "" : fmt::format(", {} left out", tally.leftOut);
  if (tally.tags == 0) return fmt::format("no tags to write{}\n", left);
  return fmt::format("{} {} in {}{}{}\n", counted(tally.tags, "tag"), written ? "written" : "to write",
                     counted(tally.files, "file"), left, written ? "" : "; --write writes them");
}

}  // namespace

const VerbHelp kAnnotateHelp{
    "annotate", "PATH", "files and folders to annotate (default: the current folder)",
    "  assay annotate                         # shows as a diff which tags it would write\n"
    "  assay annotate --write src             # writes them\n"
    "  assay annotate --confidence low | less # names without a word of who did what, too\n"};

Expected<ExitCode> annotateCommand(Invocation& invocation) {
  ASSAY_TRY(const ScanPlaces places, placesOf(invocation.settings, invocation.arguments));
  ASSAY_TRY(const Request request, requestOf(invocation, places));
  const scan::SuspectSearch found = scan::findSuspects(request.scan, invocation.diagnostics);
  std::set<std::string> files;
  for (const scan::FoundSuspect& suspect : found.suspects) files.insert(suspect.file);
  Tally tally;
  ExitCode code = found.complete ? ExitCode::Done : ExitCode::Incomplete;
  for (const std::string& file : files) {
    const auto done = annotateFile(places.root, file, request, tally, invocation.diagnostics);
    if (done) continue;
    invocation.diagnostics.error("assay-annotate-002", done.error());
    code = worse(code, ExitCode::Incomplete);
  }
  std::cerr << summaryOf(tally, request.write);
  return code;
}

}  // namespace assay::tool
