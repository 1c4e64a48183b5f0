// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/relative_paths.h"

#include <fmt/format.h>

#include <system_error>

#include "support/strings.h"

namespace assay::tool {

namespace fs = std::filesystem;

Expected<fs::path> pathsBase(const config::Settings& settings) {
  std::error_code error;
  const fs::path named = settings.has("relative-to") ? fs::path(settings.text("relative-to")) : fs::path(".");
  fs::path base = fs::canonical(named, error);
  if (!error && fs::is_directory(base, error)) return base;
  return fail(ErrorCode::Usage,
              fmt::format("--relative-to: there is no folder {}", visibleText(named.string())));
}

std::string pathsPrefix(const fs::path& root, const fs::path& base) {
  const fs::path below = root.lexically_relative(base);
  if (below.empty() || below == "." || *below.begin() == "..") return {};
  return below.generic_string() + '/';
}

}  // namespace assay::tool
