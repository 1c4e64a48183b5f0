// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Questions to a Prometheus, or to what speaks like one (VictoriaMetrics), over HTTP.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "serve/http_url.h"
#include "serve/prometheus_answer.h"
#include "support/expected.h"

namespace assay::serve {

/// At which moments an expression is asked for: seconds since 1970. The first alone where `step` is 0.
struct Moments {
  std::int64_t first = 0;
  std::int64_t last = 0;  ///< included
  std::int64_t step = 0;
};

class PrometheusServer {
 public:
  /// http://HOST[:PORT][/PREFIX]. Fails (Usage) on anything else.
  static Expected<PrometheusServer> at(std::string_view url);

  /// What an expression of PromQL is at each of the moments. Fails (Input) when nothing answers, what does is
  /// no Prometheus, or it refuses.
  [[nodiscard]] Expected<std::vector<ServerSeries>> ask(const std::string& expression, Moments moments) const;

  /// The names of metrics that a selector had between two moments. Fails likewise.
  [[nodiscard]] Expected<std::vector<std::string>> names(const std::string& selector, Moments between) const;

  /// "127.0.0.1:9090"
  [[nodiscard]] std::string name() const { return url_.address().text(); }

 private:
  using Parameters = std::vector<std::pair<std::string_view, std::string>>;
  explicit PrometheusServer(HttpUrl url) : url_(std::move(url)) {}
  [[nodiscard]] Expected<std::string> get(std::string_view what, const Parameters& parameters) const;

  HttpUrl url_;
};

}  // namespace assay::serve
