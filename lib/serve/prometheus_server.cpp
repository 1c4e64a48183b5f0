// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/prometheus_server.h"

#include <fmt/format.h>

#include "serve/http_client.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

constexpr HttpUrlWords kServerWords = {"no address of a Prometheus",
                                       "let a proxy of this machine speak TLS to it"};
constexpr std::chrono::seconds kAnswerPatience{120};
constexpr std::size_t kMostAnswered = std::size_t{512} << 20;
constexpr unsigned kOk = 200, kRefused = 400, kUnprocessable = 422, kUnavailable = 503;

// Of these a Prometheus says in JSON why.
bool saysWhy(unsigned status) {
  return status == kOk || status == kRefused || status == kUnprocessable || status == kUnavailable;
}

}  // namespace

Expected<PrometheusServer> PrometheusServer::at(std::string_view url) {
  ASSAY_TRY(HttpUrl address, httpUrlOf(url, kServerWords));
  while (address.path.ends_with('/')) address.path.pop_back();
  return PrometheusServer(std::move(address));
}

Expected<std::string> PrometheusServer::get(std::string_view what, const Parameters& parameters) const {
  std::string path = fmt::format("{}/api/v1/{}?", url_.path, what);
  for (const auto& [key, value] : parameters) path += fmt::format("{}={}&", key, queryText(value));
  path.pop_back();
  auto client = HttpClient::open(url_.address());
  if (!client) return fail(ErrorCode::Input, client.error().message, "is the address right?");
  client->send({.method = "GET", .path = path, .mostAnswered = kMostAnswered}, kAnswerPatience);
  client->finish(kAnswerPatience);
  auto outcome = client->takeOutcome();
  if (!outcome || outcome->status == 0)
    return fail(ErrorCode::Input,
                fmt::format("nothing answers at {}: {}", name(),
                            outcome ? outcome->text() : std::string("there was no answer in time")),
                "is the server running, and its address right?");
  if (!saysWhy(outcome->status))
    return fail(ErrorCode::Input,
                fmt::format("what answers at {} is no Prometheus: {}", name(), outcome->text()),
                "--from takes the address of a Prometheus, or of VictoriaMetrics");
  if (!outcome->complete)
    return fail(ErrorCode::Input, fmt::format("the answer of {} is too long, or broke off", name()),
                "ask for a shorter period: --since");
  return std::move(outcome->body);
}

// VictoriaMetrics has answers that it gave before, and leaves out what is newer than half a minute, unless it
// is told not to.
Expected<std::vector<ServerSeries>> PrometheusServer::ask(const std::string& expression,
                                                          Moments moments) const {
  Parameters parameters = {{"query", expression}, {"nocache", "1"}, {"latency_offset", "1ms"}};
  if (moments.step == 0) {
    parameters.emplace_back("time", std::to_string(moments.first));
    ASSAY_TRY(const std::string body, get("query", parameters));
    return seriesIn(body, name());
  }
  parameters.emplace_back("start", std::to_string(moments.first));
  parameters.emplace_back("end", std::to_string(moments.last));
  parameters.emplace_back("step", std::to_string(moments.step));
  ASSAY_TRY(const std::string body, get("query_range", parameters));
  return seriesIn(body, name());
}

Expected<std::vector<std::string>> PrometheusServer::names(const std::string& selector,
                                                           Moments between) const {
  ASSAY_TRY(const std::string body, get("label/__name__/values", {{"match[]", selector},
                                                                  {"start", std::to_string(between.first)},
                                                                  {"end", std::to_string(between.last)}}));
  return namesIn(body, name());
}

}  // namespace assay::serve
