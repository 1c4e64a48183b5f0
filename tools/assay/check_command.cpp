// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay check`: the manifest and the project's policies -> findings, and an exit code for CI.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <utility>

#include "assay/changed_code.h"
#include "assay/checked_code.h"
#include "assay/command.h"
#include "assay/committed_functions.h"
#include "assay/lines_of_tree.h"
#include "assay/requested_outputs.h"
#include "assay/reviewed_functions.h"
#include "assay/scan_request.h"
#include "assay/terminal.h"
#include "emit/check/check.h"
#include "emit/rules/thresholds.h"
#include "manifest/manifest.h"
#include "policy/baseline.h"
#include "policy/evaluate.h"
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

Expected<fs::path> baseOf(const config::Settings& settings) {
  std::error_code error;
  const fs::path named = settings.has("relative-to") ? fs::path(settings.text("relative-to")) : fs::path(".");
  fs::path base = fs::canonical(named, error);
  if (!error && fs::is_directory(base, error)) return base;
  return fail(ErrorCode::Usage, fmt::format("--relative-to: there is no folder {}", named.string()));
}

Expected<CheckOptions> checkOptions(const config::Settings& settings) {
  CheckOptions options;
  if (asksForChanges(settings) && !settings.flag("scan"))
    return fail(ErrorCode::Usage, "--since and --staged look at the tree",
                "with --scan: assay check --scan --staged");
  ASSAY_TRY(options.rules, policy::readRules(settings.policies));
  ASSAY_TRY(options.today, todayOf(settings));
  ASSAY_TRY(options.failOn, failOnOf(settings));
  ASSAY_TRY(options.outputs, outputsOf(settings.list("output")));
  options.baseline = settings.text("baseline");
  ASSAY_TRY(options.base, baseOf(settings));
  return options;
}

// "" where the manifest is in the folder that paths are relative to, or not below it.
std::string prefixOf(const fs::path& root, const fs::path& base) {
  const fs::path below = root.lexically_relative(base);
  if (below.empty() || below == "." || *below.begin() == "..") return {};
  return below.generic_string() + '/';
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

Expected<ReviewedFunctions> reviewFor(const config::Settings& settings) {
  if (!settings.has("review")) return ReviewedFunctions{};
  return reviewedFunctions(settings.text("review"));
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

// The findings of the baseline, and how many entries it has.
struct Before {
  std::vector<policy::Finding> findings;
  std::optional<std::size_t> entries;
};

Expected<Before> baselineOf(const CheckOptions& options, Diagnostics& diagnostics) {
  if (options.baseline.empty()) return Before{};
  ASSAY_TRY(const model::Manifest manifest, manifest::loadManifest(options.baseline, diagnostics));
  Before before{
      policy::findAll({.manifest = manifest, .today = options.today, .monitorProblem = monitorProblem},
                      options.rules),
      manifest.functions.size()};
  for (policy::Finding& finding : before.findings) finding.entry = nullptr;  // the manifest ends here
  return before;
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
  ASSAY_TRY(ReviewedFunctions reviewed, reviewFor(invocation.settings));
  ASSAY_TRY(const Before before, baselineOf(options, invocation.diagnostics));
  ASSAY_TRY(std::vector<policy::FileLines> lines, linesFor(options, invocation, code));
  model::Reconciliations sources = sourcesFor(options, invocation, code);
  const bool scanned = code.scanned.has_value();
  std::vector<policy::Finding> findings = policy::findAll({.manifest = code.manifest,
                                                           .today = options.today,
                                                           .files = std::move(lines),
                                                           .scanned = std::move(code.scanned),
                                                           .reviewed = std::move(reviewed),
                                                           .sources = std::move(sources),
                                                           .monitorProblem = monitorProblem},
                                                          options.rules);
  const std::size_t known = policy::dropKnown(before.findings, findings);
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
                             .baseline = before.entries,
                             .failOn = options.failOn,
                             .today = policy::textOf(options.today),
                             .tool = ASSAY_VERSION,
                             .prefix = prefixOf(code.root, options.base),
                             .reviewed = invocation.settings.has("review")};
  ASSAY_TRY_VOID(writeOutputs(options, result));
  const bool failed =
      std::ranges::any_of(findings, [&](const auto& finding) { return result.fails(finding); });
  return worse(failed ? ExitCode::Findings : ExitCode::Done,
               code.complete ? ExitCode::Done : ExitCode::Incomplete);
}

}  // namespace assay::tool
