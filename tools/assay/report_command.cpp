// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// assay report: the manifest as an inventory, printed or written to files in as many formats as wanted.
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "assay/command.h"
#include "assay/terminal.h"
#include "emit/report/report.h"
#include "manifest/manifest.h"
#include "policy/redact.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace report = emit::report;

struct FileOutput {
  const report::Format* format;
  std::string file;
};

Expected<const report::Format*> formatNamed(std::string_view name) {
  if (const report::Format* format = report::findFormat(name)) return format;
  std::vector<std::string> known;
  for (const report::Format& format : report::formats()) known.emplace_back(format.name);
  return fail(ErrorCode::Usage, fmt::format("there is no report format `{}`", name),
              fmt::format("the formats are: {}", join(known, ", ")));
}

Expected<std::vector<FileOutput>> fileOutputs(const std::vector<std::string>& values) {
  std::vector<FileOutput> outputs;
  for (const std::string& value : values) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos || equals + 1 == value.size())
      return fail(ErrorCode::Usage, fmt::format("--output takes FORMAT=FILE, not `{}`", value),
                  "for example --output markdown=inventory.md");
    ASSAY_TRY(const report::Format* format, formatNamed(std::string_view(value).substr(0, equals)));
    outputs.push_back({format, value.substr(equals + 1)});
  }
  return outputs;
}

std::string printedFormat(const config::Settings& settings) {
  return settings.has("format") ? settings.text("format") : "text";
}

}  // namespace

extern const VerbHelp kReportHelp{
    .verb = "report",
    .positional = "",
    .positionalHelp = "",
    .example =
        "  assay report\n"
        "  assay report --output markdown=inventory.md --output json=inventory.json"};

Expected<ExitCode> reportCommand(Invocation& invocation) {
  // Everything that can be wrong with the command line comes before the first file is written.
  ASSAY_TRY(const std::vector<FileOutput> outputs, fileOutputs(invocation.settings.list("output")));
  ASSAY_TRY(const report::Format* printed, formatNamed(printedFormat(invocation.settings)));
  ASSAY_TRY(const std::filesystem::path path, manifestPath(invocation.settings));
  ASSAY_TRY(model::Manifest manifest, manifest::loadManifest(path, invocation.diagnostics));
  if (invocation.settings.flag("redact-prompts")) policy::redact(manifest, policy::Redact::Prompts);
  for (const FileOutput& output : outputs)
    ASSAY_TRY_VOID(writeFileAtomically(output.file, output.format->write(manifest, {})));
  if (outputs.empty() || invocation.settings.has("format"))
    std::cout << printed->write(manifest, {terminalColumns(STDOUT_FILENO), wantsColour(STDOUT_FILENO)});
  return ExitCode::Done;
}

}  // namespace assay::tool
