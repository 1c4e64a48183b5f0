// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/served_otlp.h"

#include <cstdlib>
#include <utility>

#include "serve/host_name.h"

namespace assay::tool {
namespace {

std::optional<std::string> otelVariable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace

Expected<std::optional<serve::Otlp>> otlpOf(const config::Settings& settings,
                                            const std::filesystem::path& folder) {
  if (!settings.has("otlp")) return std::nullopt;
  ASSAY_TRY(serve::OtlpTarget target, serve::otlpTargetOf(settings.text("otlp"), otelVariable));
  ASSAY_TRY(exporting::Labels resource,
            serve::otlpResource({serve::hostName(), folder.string(), ASSAY_VERSION}, otelVariable));
  ASSAY_TRY(serve::HttpClient client, serve::HttpClient::open(target.peer));
  return serve::Otlp(std::move(client), std::move(target),
                     {.resource = std::move(resource), .version = ASSAY_VERSION});
}

}  // namespace assay::tool
