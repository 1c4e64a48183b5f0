// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// assay report: the manifest as an inventory, printed or written to files in as many formats as wanted.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <set>
#include <utility>

#include "assay/command.h"
#include "assay/committed_functions.h"
#include "assay/relative_paths.h"
#include "assay/requested_outputs.h"
#include "assay/secret_warnings.h"
#include "assay/terminal.h"
#include "emit/report/report.h"
#include "emit/report/trailers.h"
#include "manifest/manifest.h"
#include "policy/redact.h"
#include "provenance/join.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace report = emit::report;

struct ReportOutput {
  const report::Format* format;
  std::string file;  // empty = standard output
};

// `--format F` is another way of writing `--output F`; text is printed when nothing is asked for. It may
// stand in a configuration that came with the code, which is not to write files: so it names none.
Expected<std::vector<std::string>> outputValues(const config::Settings& settings) {
  std::vector<std::string> values = settings.list("output");
  if (!settings.has("format")) {
    if (values.empty()) values.emplace_back("text");
    return values;
  }
  values.push_back(settings.text("format"));
  if (!values.back().contains('=')) return values;
  return fail(ErrorCode::Usage, fmt::format("--format takes the name of a format, not `{}`", values.back()),
              "--output FORMAT=FILE writes a file");
}

Expected<std::vector<ReportOutput>> outputsOf(const config::Settings& settings) {
  ASSAY_TRY(const std::vector<std::string> values, outputValues(settings));
  std::vector<OutputFormat> known;
  for (const report::Format& format : report::formats()) known.push_back({format.name, format.alone});
  ASSAY_TRY(const std::vector<RequestedOutput> requested, requestedOutputs(values, {known, "a report"}));
  std::vector<ReportOutput> outputs;
  for (const RequestedOutput& output : requested)
    outputs.push_back({&report::formats()[output.format], output.file});
  return outputs;
}

// https://reproducible-builds.org/specs/source-date-epoch: no clock is asked, and a value that is none ends
// it.
Expected<report::Origin> originOfReport() {
  report::Origin origin{.tool = ASSAY_VERSION};
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0') return origin;
  std::int64_t seconds = 0;
  const std::string_view text = epoch;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (read.ec == std::errc() && read.ptr == text.data() + text.size() && seconds >= 0)
    origin.time = provenance::isoDate(seconds);
  if (!origin.time.empty()) return origin;
  return fail(ErrorCode::Usage,
              fmt::format("SOURCE_DATE_EPOCH is no number of seconds since 1970: `{}`", visibleText(text)));
}

// Git is asked only for what names revisions.
CommittedFunctions commitsFor(const std::vector<ReportOutput>& outputs, const model::Manifest& manifest,
                              const std::filesystem::path& file, Diagnostics& diagnostics) {
  if (std::ranges::none_of(outputs, [](const ReportOutput& one) { return one.format->namesRevisions; }))
    return {};
  std::error_code ignored;
  return committedFunctions(manifest, std::filesystem::absolute(file, ignored).parent_path(), diagnostics);
}

Expected<void> writeOutput(const ReportOutput& output, const model::Manifest& manifest,
                           report::Presentation presentation) {
  if (!output.file.empty())
    return writeFileAtomically(output.file, output.format->write(manifest, presentation));
  presentation.columns = terminalColumns(STDOUT_FILENO);
  presentation.colour = wantsColour(STDOUT_FILENO);
  std::cout << output.format->write(manifest, presentation);
  return {};
}

ReconciledFunctions sourcesFor(const config::Settings& settings, const model::Manifest& manifest,
                               const std::filesystem::path& file, Diagnostics& diagnostics) {
  if (!settings.flag("sources")) return {};
  std::error_code ignored;
  return reconciledFunctions(manifest, std::filesystem::absolute(file, ignored).parent_path(), diagnostics);
}

Expected<std::string> prefixFor(const config::Settings& settings, const std::filesystem::path& file) {
  ASSAY_TRY(const std::filesystem::path base, pathsBase(settings));
  std::error_code ignored;
  const auto whole = std::filesystem::weakly_canonical(std::filesystem::absolute(file, ignored), ignored);
  return pathsPrefix(whole.parent_path(), base);
}

// Whoever reads a report may be anybody.
constexpr SecretWarning kSecretShown{
    "assay-report-004", "take it out, and replace the secret; --redact-prompts keeps it out of the report"};

// In the place of a report.
Expected<ExitCode> printTrailers(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  if (settings.has("output") || settings.has("format"))
    return fail(ErrorCode::Usage, "--trailers prints trailers, and no other output goes with them");
  ASSAY_TRY(const std::filesystem::path path, manifestPath(settings));
  ASSAY_TRY(const model::Manifest manifest, manifest::loadManifest(path, invocation.diagnostics));
  std::error_code ignored;
  const std::filesystem::path root = std::filesystem::absolute(path, ignored).parent_path();
  ASSAY_TRY(const std::set<std::string> revisions, revisionsIn(settings.text("trailers"), root));
  const CommittedFunctions committed = committedFunctions(manifest, root, invocation.diagnostics);
  std::cout << report::writeTrailers(manifest, committed.lines, revisions);
  return committed.complete ? ExitCode::Done : ExitCode::Incomplete;
}

}  // namespace

extern const VerbHelp kReportHelp{
    .verb = "report",
    .positional = "",
    .positionalHelp = "",
    .example =
        "  assay report\n"
        "  assay report --output markdown=inventory.md --output json=inventory.json\n"
        "  assay report --sources                  # what notes, traces and trailers say of each function\n"
        "  assay report --trailers main..HEAD      # Assisted-by: and the like, for a merge's message"};

Expected<ExitCode> reportCommand(Invocation& invocation) {
  if (invocation.settings.has("trailers")) return printTrailers(invocation);
  // Everything that can be wrong with the command line comes before the first file is written.
  ASSAY_TRY(const std::vector<ReportOutput> outputs, outputsOf(invocation.settings));
  ASSAY_TRY(report::Origin origin, originOfReport());
  ASSAY_TRY(const std::filesystem::path path, manifestPath(invocation.settings));
  ASSAY_TRY(std::string prefix, prefixFor(invocation.settings, path));
  ASSAY_TRY(model::Manifest manifest, manifest::loadManifest(path, invocation.diagnostics));
  if (invocation.settings.flag("redact-prompts")) policy::redact(manifest, policy::Redact::Prompts);
  warnOfSecrets(manifest.functions, kSecretShown, invocation.diagnostics);
  CommittedFunctions committed = commitsFor(outputs, manifest, path, invocation.diagnostics);
  origin.committed = std::move(committed.lines);
  const ReconciledFunctions reconciled =
      sourcesFor(invocation.settings, manifest, path, invocation.diagnostics);
  report::Presentation presentation{.origin = std::move(origin), .prefix = std::move(prefix)};
  if (invocation.settings.flag("sources")) presentation.sources = &reconciled.sources;
  for (const ReportOutput& output : outputs) ASSAY_TRY_VOID(writeOutput(output, manifest, presentation));
  return committed.complete && reconciled.complete ? ExitCode::Done : ExitCode::Incomplete;
}

}  // namespace assay::tool
