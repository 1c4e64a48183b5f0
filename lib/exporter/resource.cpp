// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/resource.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "export/prometheus_text.h"
#include "serve/host_name.h"
#include "serve/otlp_target.h"
#include "telemetry/segments.h"

namespace assay::exporter {
namespace {

constexpr std::string_view kServiceName = "OTEL_SERVICE_NAME";

std::string programName() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "unknown_service" : program.filename().string();
}

bool namesService(const serve::Environment& environment) {
  const std::string attributes = environment("OTEL_RESOURCE_ATTRIBUTES").value_or("");
  return !environment(kServiceName.data()).value_or("").empty() ||
         attributes.find("service.name") != std::string::npos;
}

}  // namespace

Expected<exporting::Labels> resourceOfProcess(const serve::Environment& environment) {
  const bool isNamed = namesService(environment);
  const serve::Environment named = [&](const char* name) {
    return !isNamed && name == kServiceName ? std::optional<std::string>(programName()) : environment(name);
  };
  const std::string pid = std::to_string(::getpid());
  ASSAY_TRY(exporting::Labels labels,
            serve::otlpResource(
                {serve::hostName(), telemetry::segmentFolder().string() + ":" + pid, ASSAY_VERSION}, named));
  const auto said = std::ranges::find(labels, "process.pid", &std::pair<std::string, std::string>::first);
  if (said == labels.end()) labels.emplace_back("process.pid", pid);
  std::ranges::sort(labels);
  return labels;
}

}  // namespace assay::exporter
