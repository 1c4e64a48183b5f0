// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_output.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "support/file.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
namespace review = emit::review;

Expected<const review::Format*> reviewFormatNamed(std::string_view name) {
  if (const review::Format* format = review::findFormat(name)) return format;
  std::vector<std::string> known;
  for (const review::Format& format : review::formats()) known.emplace_back(format.name);
  return fail(ErrorCode::Usage, fmt::format("there is no review format `{}`", visibleText(name)),
              fmt::format("the formats are: {}", join(known, ", ")));
}

// Two ways of writing one path are one file.
std::string fileMeant(const std::string& file) {
  std::error_code error;
  const fs::path path = fs::weakly_canonical(fs::absolute(file, error), error);
  return error ? file : path.string();
}

Expected<ReviewFile> reviewFileOf(const std::string& value) {
  const std::size_t equals = value.find('=');
  if (equals == std::string::npos || equals + 1 == value.size())
    return fail(ErrorCode::Usage, fmt::format("--output takes FORMAT=FILE, not `{}`", visibleText(value)),
                "for example --output html=review.html");
  ASSAY_TRY(const review::Format* format, reviewFormatNamed(std::string_view(value).substr(0, equals)));
  return ReviewFile{format, value.substr(equals + 1)};
}

Expected<std::string> printedName(const config::Settings& settings) {
  const bool json = settings.flag("json");
  if (!settings.has("format")) return std::string(json ? "json" : "text");
  const std::string name = settings.text("format");
  if (json && name != "json")
    return fail(ErrorCode::Usage, fmt::format("--json and --format {} are two formats", visibleText(name)),
                "one is printed; --output FORMAT=FILE writes more");
  return name;
}

}  // namespace

Expected<ReviewOutputs> reviewOutputsOf(const config::Settings& settings) {
  ReviewOutputs outputs;
  std::set<std::string> met;
  for (const std::string& value : settings.list("output")) {
    ASSAY_TRY(ReviewFile file, reviewFileOf(value));
    if (!met.insert(fileMeant(file.file)).second)
      return fail(ErrorCode::Usage, fmt::format("two outputs go to {}", visibleText(file.file)),
                  "give each a file of its own");
    outputs.files.push_back(std::move(file));
  }
  ASSAY_TRY(const std::string name, printedName(settings));
  ASSAY_TRY(const review::Format* printed, reviewFormatNamed(name));
  if (outputs.files.empty() || settings.has("format") || settings.flag("json")) outputs.printed = printed;
  return outputs;
}

Expected<void> writeReviewFiles(const ReviewOutputs& outputs, const review::Document& document) {
  for (const ReviewFile& output : outputs.files)
    ASSAY_TRY_VOID(writeFileAtomically(output.file, output.format->write(document)));
  return {};
}

}  // namespace assay::tool
