// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay alerts`: the manifest -> alert rules that a Prometheus loads, and beside them the unit tests that
// promtool runs; or monitors for Datadog.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "assay/alert_thresholds.h"
#include "assay/command.h"
#include "assay/output_formats.h"
#include "assay/tests_beside.h"
#include "emit/rules/datadog.h"
#include "emit/rules/rules.h"
#include "manifest/manifest.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
namespace rules = emit::rules;

struct Format {
  std::string_view word;
  std::string (*write)(const rules::Request&);
  bool hasTests;  // and windows that can be scaled
};
constexpr Format kFormats[] = {{"prometheus", rules::writePrometheusRules, true},
                               {"datadog", rules::writeDatadogMonitors, false},
                               {"datadog-terraform", rules::writeDatadogTerraform, false}};

Expected<Format> formatOf(const config::Settings& settings) {
  if (!settings.has("format")) return kFormats[0];
  const std::string word = settings.text("format");
  const auto found = std::ranges::find(kFormats, word, &Format::word);
  if (found != std::end(kFormats)) return *found;
  return fail(ErrorCode::Usage, fmt::format("there is no format `{}` for alerts", word),
              "the formats are: " + join(alertFormats(), ", "));
}

Expected<double> factorOf(const config::Settings& settings, std::string_view key) {
  const std::string text = settings.text(key);
  const auto factor = rules::positiveNumber(text);
  if (factor && rules::isFactor(*factor)) return *factor;
  return fail(ErrorCode::Usage, fmt::format("--{} takes a number from 1.1 to 10, not `{}`", key, text));
}

Expected<unsigned> numberFrom(const config::Settings& settings, std::string_view key, unsigned least,
                              unsigned most) {
  const unsigned number = settings.number(key);
  if (number >= least && number <= most) return number;
  return fail(ErrorCode::Usage,
              fmt::format("--{} takes a number from {} to {}, not {}", key, least, most, number));
}

Expected<rules::Options> ruleOptions(const config::Settings& settings) {
  constexpr unsigned kMost = 1'000'000;
  rules::Options options;
  ASSAY_TRY(options.latencyFactor, factorOf(settings, "latency-factor"));
  ASSAY_TRY(options.errorFactor, factorOf(settings, "error-factor"));
  ASSAY_TRY(options.memoryFactor, factorOf(settings, "memory-factor"));
  if (settings.has("page-url")) {
    ASSAY_TRY(options.pageUrl, rules::readPageUrl(settings.text("page-url")));
  }
  ASSAY_TRY(options.minCalls, numberFrom(settings, "min-calls", 1, kMost));
  ASSAY_TRY(options.minErrors, numberFrom(settings, "min-errors", 2, kMost));
  ASSAY_TRY(options.timeScale, numberFrom(settings, "time-scale", 1, rules::kLargestTimeScale));
  ASSAY_TRY(options.severities, rules::readSeverities(settings.list("severity")));
  options.literal = settings.flag("literal");
  return options;
}

// Neither of them where one of them cannot be: rules and tests of different days contradict each other.
Expected<void> refuseFolders(const std::vector<fs::path>& files) {
  std::error_code ignored;
  for (const fs::path& file : files)
    if (fs::is_directory(file, ignored))
      return std::unexpected(
          Error{ErrorCode::Output, "cannot write: it is a folder", {file.string(), 0, 0}, {}});
  return {};
}

Expected<void> writeFiles(const Invocation& invocation, const Format& format, const rules::Request& request,
                          const model::Manifest& manifest) {
  const fs::path file = invocation.settings.text("write-to"), tests = testsBeside(invocation.settings);
  ASSAY_TRY_VOID(refuseFolders({file, tests}));
  if (!tests.empty())
    ASSAY_TRY_VOID(
        writeFileAtomically(tests, rules::writePrometheusTests(request, manifest, file.filename().string())));
  return writeFileAtomically(file, format.write(request));
}

}  // namespace

extern const VerbHelp kAlertsHelp{
    .verb = "alerts",
    .positional = "",
    .positionalHelp = "",
    .example =
        "  assay alerts --write-to rules.yaml     and rules_test.yaml beside it\n"
        "  promtool check rules rules.yaml && promtool test rules rules_test.yaml\n"
        "  assay alerts --severity all=page --severity silence=off\n"
        "  assay alerts --format datadog-terraform --write-to assay.tf.json\n"};

std::vector<std::string> alertFormats() {
  std::vector<std::string> words;
  for (const Format& format : kFormats) words.emplace_back(format.word);
  return words;
}

Expected<ExitCode> alertsCommand(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  rules::Request request;
  ASSAY_TRY(const Format format, formatOf(settings));
  ASSAY_TRY(request.options, ruleOptions(settings));
  if (!format.hasTests && request.options.timeScale != 1)
    return fail(ErrorCode::Usage, "--time-scale is for the format prometheus");
  ASSAY_TRY(const fs::path path, manifestPath(settings));
  ASSAY_TRY(const model::Manifest manifest, manifest::loadManifest(path, invocation.diagnostics));
  ASSAY_TRY(request.thresholds, thresholdsOf(manifest, settings.thresholds, invocation.diagnostics));
  if (settings.has("write-to"))
    ASSAY_TRY_VOID(writeFiles(invocation, format, request, manifest));
  else
    std::cout << format.write(request);
  return ExitCode::Done;
}

}  // namespace assay::tool
