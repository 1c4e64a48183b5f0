// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/served_dogstatsd.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "support/strings.h"

namespace assay::tool {
namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

bool isThere(const char* path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

Expected<bool> asHistograms(const std::string& type) {
  if (type == "histogram" || type == "distribution") return type == "histogram";
  return fail(ErrorCode::Usage,
              fmt::format("--dogstatsd-type is distribution or histogram, not `{}`", visibleText(type)));
}

}  // namespace

Expected<std::optional<serve::Dogstatsd>> dogstatsdOf(const config::Settings& settings) {
  if (!settings.has("dogstatsd")) return std::nullopt;
  const std::string said = settings.text("dogstatsd");
  ASSAY_TRY(
      serve::DogstatsdAddress address,
      serve::dogstatsdAddressOf(said == "auto" ? serve::automaticDogstatsdUrl(variable, isThere) : said));
  ASSAY_TRY(const bool histograms, asHistograms(settings.text("dogstatsd-type")));
  ASSAY_TRY(serve::DogstatsdSocket socket, serve::DogstatsdSocket::open(std::move(address)));
  return serve::Dogstatsd(std::move(socket),
                          {.histograms = histograms, .tags = serve::dogstatsdTags(variable)});
}

}  // namespace assay::tool
