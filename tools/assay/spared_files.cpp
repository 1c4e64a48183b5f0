// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/spared_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "assay/tests_beside.h"
#include "scan/file_kind.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kConfiguration = ".assay.yaml";
constexpr const char* kOtherFile = "name another file for the output";

// FORMAT=FILE; a format alone is printed.
void addOutputs(const config::Settings& settings, std::vector<std::string>& written) {
  for (const std::string& value : settings.list("output"))
    if (const std::size_t equals = value.find('='); equals != std::string::npos)
      written.push_back(value.substr(equals + 1));
}

// A scan and a merge write the manifest, and read it first.
bool writesTheManifest(std::string_view verb) {
  return verb == "scan" || verb == "merge";
}

// The one beside the rules; a device is no place that has anything beside it.
void addTests(const config::Settings& settings, std::vector<std::string>& written) {
  if (const fs::path tests = testsBeside(settings); !tests.empty()) written.push_back(tests.string());
}

Expected<void> refuse(const std::string& file, std::string_view why) {
  return fail(ErrorCode::Usage, fmt::format("{} would be replaced: {}", visibleText(file), why), kOtherFile);
}

Expected<void> refuseOne(const std::string& file, const std::vector<std::string>& read) {
  std::error_code ignored;
  if (file.empty()) return fail(ErrorCode::Usage, "an output has an empty name");
  const std::string name = fs::path(file).filename().string();
  if (name == kConfiguration)
    return fail(ErrorCode::Usage, visibleText(file) + " is a configuration's name", kOtherFile);
  if (!fs::is_regular_file(file, ignored)) return {};
  if (std::ranges::any_of(read,
                          [&](const std::string& other) { return fs::equivalent(file, other, ignored); }))
    return refuse(file, "it is what is read");
  return scan::kindOf(name) == scan::FileKind::None ? Expected<void>() : refuse(file, "it is a source");
}

}  // namespace

NamedFiles namedFiles(std::string_view verb, const config::Settings& settings,
                      const std::vector<std::string>& arguments, const std::optional<fs::path>& manifest) {
  NamedFiles files;
  // `review` of check is a file that it reads, `report` of instrument one that it writes.
  for (const std::string_view key : {"write-to", "report", "feedback", "textfile"})
    if (settings.has(key)) files.written.push_back(settings.text(key));
  addOutputs(settings, files.written);
  if (verb == "alerts") addTests(settings, files.written);
  for (const std::string_view key : {"baseline", "baseline-review", "review"})
    if (settings.has(key)) files.read.push_back(settings.text(key));
  if (verb == "merge") files.read = arguments;
  if (writesTheManifest(verb)) return files;
  if (manifest) files.read.push_back(manifest->string());
  for (const std::string& named : settings.list("manifest")) files.read.push_back(named);
  return files;
}

Expected<void> refuseToReplace(const NamedFiles& files) {
  for (const std::string& file : files.written) ASSAY_TRY_VOID(refuseOne(file, files.read));
  return {};
}

}  // namespace assay::tool
