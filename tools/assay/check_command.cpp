// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay check`: the manifest and the project's policies -> findings, and an exit code for CI.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "assay/changed_code.h"
#include "assay/checked_code.h"
#include "assay/command.h"
#include "assay/committed_functions.h"
#include "assay/lines_of_tree.h"
#include "assay/relative_paths.h"
#include "assay/requested_outputs.h"
#include "assay/reviewed_functions.h"
#include "assay/scan_request.h"
#include "assay/terminal.h"
#include "emit/check/check.h"
#include "emit/rules/thresholds.h"
#include "manifest/manifest.h"
#include "policy/baseline.h"
#include "policy/evaluate.h"
#include "policy/lines_of_code.h"
#include "policy/read_rules.h"
#include "policy/redact.h"
#include "support/file.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
namespace check = emit::check;

struct CheckOutput {
  const check::Format* format;
  std::string file;  // empty = standard output
};

// Everything that the command line and the configuration ask for.
struct CheckOptions {
  policy::RuleSet rules;
  policy::Day today;
  Severity failOn = Severity::Error;
  std::vector<CheckOutput> outputs;
  std::string baseline;  // empty = none
  fs::path base;         // canonical; what paths are relative to
};

// Somebody who only asks for files still wants to read in the log why the job failed.
Expected<std::vector<CheckOutput>> outputsOf(const std::vector<std::string>& values) {
  std::vector<OutputFormat> known;
  for (const check::Format& format : check::formats()) known.push_back({format.name, format.alone});
  ASSAY_TRY(const std::vector<RequestedOutput> requested, requestedOutputs(values, {known, "findings"}));
  std::vector<CheckOutput> outputs;
  for (const RequestedOutput& output : requested)
    outputs.push_back({&check::formats()[output.format], output.file});
  if (std::ranges::none_of(outputs, [](const CheckOutput& output) { return output.file.empty(); }))
    outputs.insert(outputs.begin(), {check::findFormat("text"), {}});
  return outputs;
}

Expected<policy::Day> todayOf(const config::Settings& settings) {
  if (!settings.has("today")) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::string text = settings.text("today");
  const auto day = policy::dayOf(text);
  if (day && text.size() == std::string_view("2024-01-15").size()) return *day;
  return fail(ErrorCode::Usage, fmt::format("--today takes a day, not `{}`", text),
              "for example --today 2026-11-29");
}

Expected<Severity> failOnOf(const config::Settings& settings) {
  if (!settings.has("fail-on")) return Severity::Error;
  const std::string word = settings.text("fail-on");
  if (const auto severity = policy::severityOf(word)) return *severity;
  return fail(
      ErrorCode::Usage, fmt::format("fail-on of check takes error, warning or note, not `{}`", word),
      "in .assay.yaml what is meant for one verb stands in a map of its name: `check: {fail-on: warning}`");
}

Expected<CheckOptions> checkOptions(const config::Settings& settings) {
  CheckOptions options;
  if (asksForChanges(settings) && !settings.flag("scan"))
    return fail(ErrorCode::Usage, "--since and --staged look at the tree",
                "with --scan: assay check --scan --staged");
  if (settings.has("baseline-review") && !settings.has("review"))
    return fail(ErrorCode::Usage, "--baseline-review is what a later review is held against",
                "with --review: assay check --review now.json --baseline-review before.json");
  ASSAY_TRY(options.rules, policy::readRules(settings.policies));
  ASSAY_TRY(options.today, todayOf(settings));
  ASSAY_TRY(options.failOn, failOnOf(settings));
  ASSAY_TRY(options.outputs, outputsOf(settings.list("output")));
  options.baseline = settings.text("baseline");
  ASSAY_TRY(options.base, pathsBase(settings));
  return options;
}

std::string monitorProblem(std::string_view words) {
  const auto thresholds = emit::rules::readThresholds(words);
  return thresholds ? std::string() : thresholds.error().message;
}

Expected<std::vector<policy::FileLines>> linesFor(const CheckOptions& options, Invocation& invocation,
                                                  CheckedCode& code) {
  if (!options.rules.isOn(policy::Policy::AiLines)) return std::vector<policy::FileLines>{};
  ASSAY_TRY(const config::Settings settings, scanSettings(invocation.settings));
  ASSAY_TRY(const ScanPlaces places, placesOf(settings, {code.root.string()}));
  ASSAY_TRY(const scan::ScanOptions scanned, scanOptionsOf(settings, places));
  LinesOfTree lines = linesOfTree(scanned, invocation.diagnostics);
  code.complete = code.complete && lines.complete;
  return std::move(lines.files);
}

model::Reconciliations sourcesFor(const CheckOptions& options, Invocation& invocation, CheckedCode& code) {
  if (!options.rules.isOn(policy::Policy::SourceConflict)) return {};
  ReconciledFunctions asked = reconciledFunctions(code.manifest, code.root, invocation.diagnostics);
  code.complete = code.complete && asked.complete;
  return std::move(asked.sources);
}

// What the review found that an earlier one had not, and in how many functions of the manifest it found
// nothing but what that had.
struct Review {
  std::map<std::uint64_t, std::vector<std::string>> found;
  std::size_t known = 0;
};

Expected<Review> reviewFor(const config::Settings& settings, const policy::RuleSet& rules,
                           const model::Manifest& manifest) {
  Review review;
  if (!settings.has("review")) return review;
  ASSAY_TRY(ReviewedFunctions now, reviewedFunctions(settings.text("review")));
  std::set<std::uint64_t> known;
  if (settings.has("baseline-review")) {
    ASSAY_TRY(const ReviewedFunctions before, reviewedFunctions(settings.text("baseline-review")));
    known = dropKnown(before, now);
  }
  for (const auto& [id, findings] : now)
    for (const ReviewedFinding& finding : findings) review.found[id].push_back(finding.text);
  review.known = static_cast<std::size_t>(std::ranges::count_if(manifest.functions, [&](const auto& entry) {
    return !entry.name.empty() && known.contains(entry.id) &&
           rules.find(policy::Policy::ReviewFinding, entry.file) != nullptr;
  }));
  return review;
}

// A finding about a folder or the manifest is nobody's change, and stays.
Expected<void> keepChanged(Invocation& invocation, const std::filesystem::path& root,
                           std::vector<policy::Finding>& findings) {
  ASSAY_TRY(const auto asked, askedChanges(invocation.settings, root, invocation.diagnostics));
  if (!asked) return {};
  std::erase_if(findings, [&](const policy::Finding& finding) {
    if (policy::rowOf(finding.policy).subject == policy::Subject::Tree) return false;
    return finding.entry != nullptr ? !asked->changes.touch(*finding.entry)
                                    : !asked->changes.touch(finding.where.file, finding.where.line);
  });
  return {};
}

Expected<std::optional<model::Manifest>> baselineOf(const CheckOptions& options, Diagnostics& diagnostics) {
  if (options.baseline.empty()) return std::optional<model::Manifest>();
  return manifest::loadManifest(options.baseline, diagnostics);
}

// Gives how many are taken out.
std::size_t dropOfBaseline(const model::Manifest& before, const policy::Question& now,
                           const CheckOptions& options, std::vector<policy::Finding>& findings) {
  const std::vector<policy::Finding> earlier = policy::findAll(
      {.manifest = before, .today = options.today, .monitorProblem = monitorProblem}, options.rules);
  const std::size_t known = policy::dropKnown(earlier, findings);
  return known + policy::dropUnchanged(before, now.manifest, findings) +
         policy::dropFoldersWithoutMore(before, now, options.rules, findings);
}

Expected<void> writeOutputs(const CheckOptions& options, const check::Result& result) {
  for (const CheckOutput& output : options.outputs) {
    if (output.file.empty())
      std::cout << output.format->write(result, {wantsColour(STDOUT_FILENO)});
    else
      ASSAY_TRY_VOID(writeFileAtomically(output.file, output.format->write(result, {})));
  }
  return {};
}

}  // namespace

extern const VerbHelp kCheckHelp{
    .verb = "check",
    .positional = "",
    .positionalHelp = "",
    .example =
        "  assay check                                 # assay.yaml against the policies of .assay.yaml\n"
        "  assay check --scan --output sarif=a.sarif   # what is in the tree now; the manifest must fit, "
        "too\n"
        "  assay check --scan --since main             # only functions that this branch has changed\n"
        "  assay check --baseline main.yaml            # only what is new since an earlier manifest\n"};

Expected<ExitCode> checkCommand(Invocation& invocation) {
  ASSAY_TRY(const CheckOptions options, checkOptions(invocation.settings));
  ASSAY_TRY(CheckedCode code, checkedCode(invocation));
  ASSAY_TRY(Review review, reviewFor(invocation.settings, options.rules, code.manifest));
  ASSAY_TRY(const std::optional<model::Manifest> before, baselineOf(options, invocation.diagnostics));
  ASSAY_TRY(std::vector<policy::FileLines> lines, linesFor(options, invocation, code));
  model::Reconciliations sources = sourcesFor(options, invocation, code);
  const bool scanned = code.scanned.has_value();
  const policy::Question question{.manifest = code.manifest,
                                  .today = options.today,
                                  .files = std::move(lines),
                                  .scanned = std::move(code.scanned),
                                  .reviewed = std::move(review.found),
                                  .sources = std::move(sources),
                                  .monitorProblem = monitorProblem};
  std::vector<policy::Finding> findings = policy::findAll(question, options.rules);
  std::size_t known = review.known;
  if (before) known += dropOfBaseline(*before, question, options, findings);
  ASSAY_TRY_VOID(keepChanged(invocation, code.root, findings));
  findings = policy::arranged(std::move(findings));
  const bool all = invocation.settings.flag("redact-prompts");
  policy::redact(code.manifest, all ? policy::Redact::Prompts : policy::Redact::Secrets);
  const check::Result result{.findings = findings,
                             .rules = options.rules,
                             .entries = code.manifest.functions.size(),
                             .scanned = scanned,
                             .complete = code.complete,
                             .known = known,
                             .baseline = before ? std::optional(before->functions.size()) : std::nullopt,
                             .failOn = options.failOn,
                             .today = policy::textOf(options.today),
                             .tool = ASSAY_VERSION,
                             .prefix = pathsPrefix(code.root, options.base),
                             .reviewed = invocation.settings.has("review")};
  ASSAY_TRY_VOID(writeOutputs(options, result));
  const bool failed =
      std::ranges::any_of(findings, [&](const auto& finding) { return result.fails(finding); });
  return worse(failed ? ExitCode::Findings : ExitCode::Done,
               code.complete ? ExitCode::Done : ExitCode::Incomplete);
}

}  // namespace assay::tool
