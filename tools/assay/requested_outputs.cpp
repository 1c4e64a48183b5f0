// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/requested_outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "support/strings.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;

Expected<std::size_t> formatNamed(std::string_view name, const OutputChoice& choice) {
  const auto found = std::ranges::find(choice.formats, name, &OutputFormat::name);
  if (found != choice.formats.end()) return static_cast<std::size_t>(found - choice.formats.begin());
  std::vector<std::string> known;
  for (const OutputFormat& format : choice.formats) known.emplace_back(format.name);
  return fail(ErrorCode::Usage, fmt::format("there is no format `{}` for {}", name, choice.of),
              fmt::format("the formats are: {}", join(known, ", ")));
}

Expected<RequestedOutput> outputOf(const std::string& value, const OutputChoice& choice) {
  const std::size_t equals = value.find('=');
  RequestedOutput output;
  ASSAY_TRY(output.format, formatNamed(std::string_view(value).substr(0, equals), choice));
  if (equals == std::string::npos) return output;
  if (equals + 1 == value.size())
    return fail(ErrorCode::Usage, fmt::format("--output {} names no file", value),
                fmt::format("for example --output {0}=assay.{0}", choice.formats[output.format].name));
  output.file = value.substr(equals + 1);
  return output;
}

// Two ways of writing one path are one file.
std::string sameFile(const std::string& file) {
  std::error_code error;
  const fs::path path = fs::weakly_canonical(fs::absolute(file, error), error);
  return error ? file : path.string();
}

Expected<void> checkPrinted(const std::vector<RequestedOutput>& outputs, const OutputChoice& choice) {
  std::vector<OutputFormat> printed;
  for (const RequestedOutput& output : outputs)
    if (output.file.empty()) printed.push_back(choice.formats[output.format]);
  const auto alone = std::ranges::find_if(printed, &OutputFormat::alone);
  if (alone == printed.end() || printed.size() == 1) return {};
  return fail(ErrorCode::Usage, fmt::format("{} is printed, and something else too", alone->name),
              fmt::format("give one a file: --output {}=FILE", alone->name));
}

}  // namespace

Expected<std::vector<RequestedOutput>> requestedOutputs(const std::vector<std::string>& values,
                                                        const OutputChoice& choice) {
  std::vector<RequestedOutput> outputs;
  std::set<std::string> files;
  for (const std::string& value : values) {
    ASSAY_TRY(RequestedOutput output, outputOf(value, choice));
    if (!output.file.empty() && !files.insert(sameFile(output.file)).second)
      return fail(ErrorCode::Usage, fmt::format("two outputs go to {}", output.file),
                  "give each a file of its own");
    outputs.push_back(std::move(output));
  }
  ASSAY_TRY_VOID(checkPrinted(outputs, choice));
  return outputs;
}

}  // namespace assay::tool
