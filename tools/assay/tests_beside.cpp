// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/tests_beside.h"

#include <string>
#include <system_error>

namespace assay::tool {
namespace {

namespace fs = std::filesystem;

// What stands in /dev leads elsewhere, as /dev/stdout does, and nothing belongs beside it.
bool isStream(const fs::path& file) {
  std::error_code ignored;
  return fs::is_other(file, ignored) || file.lexically_normal().string().starts_with("/dev/");
}

}  // namespace

fs::path testsBeside(const config::Settings& settings) {
  const fs::path file = settings.has("write-to") ? settings.text("write-to") : "";
  if (file.filename().empty() || isStream(file)) return {};
  if (settings.has("format") && settings.text("format") != "prometheus") return {};
  if (settings.number("time-scale") != 1) return {};
  return file.parent_path() / (file.stem().string() + "_test" + file.extension().string());
}

}  // namespace assay::tool
