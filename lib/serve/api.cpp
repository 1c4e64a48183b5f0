// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/api.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "history/reader.h"
#include "serve/course_query.h"
#include "serve/function_course.h"
#include "serve/function_list.h"
#include "serve/problem.h"

namespace assay::serve {
namespace {

constexpr std::string_view kApi = "/api/";
constexpr std::string_view kFunctions = "/api/functions";
constexpr std::string_view kHistory = "/history";
constexpr std::size_t kIdDigits = 16;
constexpr const char* kJsonType = "application/json";

HttpResponse json(std::string text) {
  return {.contentType = kJsonType, .body = std::move(text)};
}

// "0x" and 16 digits, as everywhere.
std::optional<std::uint64_t> functionOf(std::string_view text) {
  if (!text.starts_with("0x") || text.size() != 2 + kIdDigits) return std::nullopt;
  std::uint64_t id = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), id, 16);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return id;
}

// Counted, or in the manifest: it may have no history yet.
bool isKnown(std::uint64_t function, const ApiSources& sources) {
  if (sources.facts.contains(function)) return true;
  return std::ranges::any_of(sources.collector.parts(), [&](const telemetry::ProcessSnapshot& process) {
    return std::ranges::find(process.sites, function, &telemetry::SiteCounts::id) != process.sites.end();
  });
}

HttpResponse courseOf(std::uint64_t function, const HttpRequest& request, const ApiSources& sources) {
  const auto query = courseQueryOf(request.query, sources.now);
  if (!query) return problem(400, "The question is malformed", query.error().message);
  if (!sources.history)
    return problem(503, "There is no history", "this server records none; standard error says why");
  auto reader = history::Reader::open(*sources.history);
  if (!reader) return problem(503, "The history cannot be read", reader.error().message);
  const auto course = reader->course(function, query->period, query->step);
  if (!course) return problem(500, "The history cannot be read", course.error().message);
  if (course->versions.empty() && !isKnown(function, sources))
    return problem(404, "There is no such function",
                   "neither the segments nor the history nor the manifest have this id");
  return json(functionCourseJson(function, *query, *course));
}

}  // namespace

bool isApiPath(std::string_view path) {
  return path.starts_with(kApi);
}

HttpResponse answerApi(const HttpRequest& request, const ApiSources& sources) {
  std::string_view path = request.path;
  if (path == kFunctions) {
    if (!request.query.empty())
      return problem(400, "The question is malformed", "this path takes no parameters");
    return json(functionListJson(sources.collector, sources.facts));
  }
  if (path.starts_with(kFunctions) && path.ends_with(kHistory) &&
      path.size() > kFunctions.size() + kHistory.size()) {
    path.remove_prefix(kFunctions.size() + 1);
    path.remove_suffix(kHistory.size());
    if (const auto function = functionOf(path)) return courseOf(*function, request, sources);
    return problem(400, "The question is malformed", "an id is 0x and 16 hexadecimal digits");
  }
  return problem(404, "There is nothing here", "there are /api/functions and /api/functions/ID/history");
}

}  // namespace assay::serve
