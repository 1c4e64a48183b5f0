// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/plan.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <utility>

#include "support/strings.h"

namespace assay::exporter {
namespace {

constexpr std::string_view kScheme = "://";
constexpr std::string_view kAutomatic = "auto";

bool socketIsThere(const char* path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::unexpected<Error> notUnderstood(std::string_view word, const std::string& why) {
  return fail(ErrorCode::Usage, fmt::format("ASSAY_EXPORT: `{}`: {}", visibleText(std::string(word)), why),
              "prometheus://HOST:PORT, dogstatsd://HOST[:PORT] or otlp://HOST[:PORT], several with blanks "
              "between them");
}

template <typename T>
Expected<void> take(std::optional<T>& place, Expected<T> found, std::string_view word) {
  if (!found) return notUnderstood(word, found.error().message);
  if (place) return notUnderstood(word, "the second of its kind");
  place = *std::move(found);
  return {};
}

Expected<serve::DogstatsdAddress> agentOf(std::string_view rest, const serve::Environment& environment) {
  if (rest == kAutomatic)
    return serve::dogstatsdAddressOf(serve::automaticDogstatsdUrl(environment, socketIsThere));
  return serve::dogstatsdAddressOf((rest.starts_with('/') ? "unix://" : "udp://") + std::string(rest));
}

Expected<serve::OtlpTarget> receiverOf(std::string_view rest, const serve::Environment& environment) {
  return serve::otlpTargetOf(rest == kAutomatic ? std::string(rest) : "http://" + std::string(rest),
                             environment);
}

Expected<void> takeWord(ExportPlan& plan, std::string_view word, const serve::Environment& environment) {
  const std::size_t end = word.find(kScheme);
  const std::string_view scheme = word.substr(0, end);
  const std::string_view rest =
      end == std::string_view::npos ? std::string_view() : word.substr(end + kScheme.size());
  if (scheme == "prometheus") return take(plan.listen, serve::listenAddressOf(rest), word);
  if (scheme == "dogstatsd") return take(plan.agent, agentOf(rest, environment), word);
  if (scheme == "udp" || scheme.starts_with("unix"))
    return take(plan.agent, serve::dogstatsdAddressOf(word), word);
  if (scheme == "otlp") return take(plan.receiver, receiverOf(rest, environment), word);
  return notUnderstood(word, "nothing that can be exported to");
}

}  // namespace

Expected<ExportPlan> exportPlanOf(std::string_view words, const serve::Environment& environment) {
  ExportPlan plan;
  for (const std::string_view word : split(words, ' '))
    if (!trim(word).empty()) ASSAY_TRY_VOID(takeWord(plan, trim(word), environment));
  return plan;
}

}  // namespace assay::exporter
