// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay annotate`: comments that say in free words who wrote the code, or what git knows of its lines -> the
// canonical tag, as a diff or written. What a tag would reach is read off the tokens first: one that reaches
// nothing is left out.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "annotate/attributed.h"
#include "annotate/insertion_diff.h"
#include "annotate/proposal.h"
#include "assay/command.h"
#include "assay/scan_request.h"
#include "provenance/attribute.h"
#include "provenance/git.h"
#include "scan/find_suspects.h"
#include "scan/lexical_reading.h"
#include "source/insertion.h"
#include "support/file.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using annotate::Proposal;

constexpr std::string_view kComments = "comments";
constexpr std::string_view kGit = "git";

struct Request {
  scan::ScanOptions scan;
  fs::path root;
  bool fromGit = false;
  tag::Confidence least = tag::Confidence::Medium;
  bool write = false;
};

/// A file as it would be with its tags.
struct Draft {
  fs::path file;
  std::string text;
  std::size_t tags = 0;
};

/// What came of all files.
struct Tally {
  std::size_t tags = 0;   ///< to write, or that were written
  std::size_t files = 0;  ///< that they are in
  std::size_t leftOut = 0;
  std::size_t lessSure = 0;  ///< that would be tags at a lower --confidence
};

Expected<tag::Confidence> leastConfidence(const std::string& word) {
  if (const auto confidence = tag::confidenceOf(word)) return *confidence;
  return fail(ErrorCode::Usage, fmt::format("there is no confidence `{}`", word), "one of low, medium, high");
}

Expected<Request> requestOf(const Invocation& invocation, const ScanPlaces& places) {
  const config::Settings& settings = invocation.settings;
  const std::string from = settings.has("from") ? settings.text("from") : std::string(kComments);
  if (from != kComments && from != kGit)
    return fail(ErrorCode::Usage, fmt::format("tags cannot be made from `{}`", from),
                "they are made from: comments, git");
  Request request;
  request.root = places.root;
  request.fromGit = from == kGit;
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

// Where no tag says already who wrote them.
std::vector<model::AnnotatedFunction> untaggedFunctions(const source::SourceText& text,
                                                        const tag::ReadOptions& options) {
  std::vector<model::AnnotatedFunction> functions = scan::functionsOf(text);
  const auto tagged = scan::readLexically(text, options);
  std::erase_if(functions, [&](const model::AnnotatedFunction& function) {
    return std::ranges::any_of(tagged, [&](const model::AnnotatedFunction& entry) {
      return entry.name == function.name && entry.lines == function.lines;
    });
  });
  return functions;
}

/// Shows for one file after the other which tags it would get; what is to be written waits until all is
/// shown.
class Annotator {
 public:
  Annotator(const Request& request, Diagnostics& diagnostics)
      : request_(request), diagnostics_(diagnostics) {}

  Expected<void> annotate(const std::string& file) {
    ASSAY_TRY(std::string bytes, readFile(request_.root / file));
    if (source::hasInsertions(bytes))
      return fail(ErrorCode::Input, fmt::format("{} has guards in it", file),
                  "take them out with `assay instrument --strip`");
    const source::SourceText text(file, std::move(bytes));
    ASSAY_TRY(std::vector<Proposal> proposals, proposalsOf(text));
    tally_.lessSure += std::erase_if(
        proposals, [&](const Proposal& proposal) { return proposal.suspect.confidence < request_.least; });
    ASSAY_TRY(const annotate::Annotated result, onlyWhatReaches(text, request_.scan.tags, proposals));
    sayWhatIsLeftOut(file, proposals, diagnostics_);
    const std::vector<annotate::TagLine> lines = linesOf(proposals);
    tally_.leftOut += proposals.size() - lines.size();
    if (!lines.empty()) take(text, lines, result.text);
    return {};
  }

  // Counts what was written, and not what was to be. What could not be shown is not written.
  ExitCode writeDrafts() {
    tally_.tags = tally_.files = 0;
    if (!std::cout.flush()) return ExitCode::Incomplete;
    ExitCode code = ExitCode::Done;
    for (const Draft& draft : drafts_) {
      if (const auto written = writeFileAtomically(draft.file, draft.text); !written) {
        diagnostics_.error("assay-annotate-002", written.error());
        code = ExitCode::Incomplete;
        continue;
      }
      tally_.tags += draft.tags;
      ++tally_.files;
    }
    return code;
  }

  [[nodiscard]] const Tally& tally() const { return tally_; }

 private:
  Expected<std::vector<Proposal>> proposalsOf(const source::SourceText& text) {
    if (!request_.fromGit) return annotate::proposalsFor(text, request_.scan.tags);
    const auto functions = untaggedFunctions(text, request_.scan.tags);
    if (functions.empty()) return std::vector<Proposal>();
    const auto file = provenance::attributeFile(repositories_, request_.root / text.name(), diagnostics_);
    if (file) return annotate::proposalsFor(text, functions, *file);
    if (!provenance::isUntracked(file.error())) return std::unexpected(file.error());
    diagnostics_.note("assay-annotate-003", {text.name(), 0, 0}, file.error().message);
    return std::vector<Proposal>();
  }

  void take(const source::SourceText& text, const std::vector<annotate::TagLine>& lines, std::string result) {
    tally_.tags += lines.size();
    ++tally_.files;
    std::cout << annotate::insertionDiff(text.name(), text.bytes(), lines);
    if (request_.write) drafts_.push_back({request_.root / text.name(), std::move(result), lines.size()});
  }

  const Request& request_;
  Diagnostics& diagnostics_;
  provenance::Repositories repositories_;
  std::vector<Draft> drafts_;
  Tally tally_;
};

// What may have something to say.
scan::FileSearch filesToRead(const Request& request, Diagnostics& diagnostics) {
  if (request.fromGit) return scan::findFiles(request.scan, diagnostics);
  const scan::SuspectSearch found = scan::findSuspects(request.scan, diagnostics);
  std::set<std::string> files;
  for (const scan::FoundSuspect& suspect : found.suspects) files.insert(suspect.file);
  return {{files.begin(), files.end()}, found.complete};
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string summaryOf(const Tally& tally, bool written) {
  std::string left = tally.leftOut == 0 ? "" : fmt::format(", {} left out", tally.leftOut);
  if (tally.lessSure > 0) left += fmt::format(", {} more with a lower --confidence", tally.lessSure);
  if (tally.tags == 0) return fmt::format("no tags {}{}\n", written ? "written" : "to write", left);
  return fmt::format("{} {} in {}{}{}\n", counted(tally.tags, "tag"), written ? "written" : "to write",
                     counted(tally.files, "file"), left, written ? "" : "; --write writes them");
}

}  // namespace

const VerbHelp kAnnotateHelp{
    "annotate", "PATH", "files and folders to annotate (default: the current folder)",
    "  assay annotate                         # shows as a diff which tags it would write\n"
    "  assay annotate --write src             # shows them, and then writes them\n"
    "  assay annotate --from git              # from git-ai notes, Agent Trace and trailers, by git's blame\n"
    "  assay annotate --confidence low | less # names without a word of who did what, too\n"};

Expected<ExitCode> annotateCommand(Invocation& invocation) {
  ASSAY_TRY(const ScanPlaces places, placesOf(invocation.settings, invocation.arguments));
  ASSAY_TRY(const Request request, requestOf(invocation, places));
  const scan::FileSearch found = filesToRead(request, invocation.diagnostics);
  ExitCode code = found.complete ? ExitCode::Done : ExitCode::Incomplete;
  Annotator annotator(request, invocation.diagnostics);
  std::set<std::string> said;
  for (const std::string& file : found.files) {
    const auto done = annotator.annotate(file);
    if (done) continue;
    // Of a repository that cannot be asked at all once, not for each of its files.
    const bool isNew = !done.error().where.file.empty() || said.insert(done.error().message).second;
    if (isNew) invocation.diagnostics.error("assay-annotate-002", done.error());
    code = worse(code, ExitCode::Incomplete);
  }
  const bool writes = request.write && annotator.tally().tags > 0;
  if (writes) code = worse(code, annotator.writeDrafts());
  std::cerr << summaryOf(annotator.tally(), writes);
  return code;
}

}  // namespace assay::tool
