// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The paths of the JSON API -> answers (docs/reference/serve.md).
#pragma once

#include <filesystem>
#include <optional>

#include "export/function_metrics.h"
#include "history/levels.h"
#include "serve/collector.h"
#include "serve/http_server.h"

namespace assay::serve {

/// What the answers are made of, as it is now.
struct ApiSources {
  const Collector& collector;
  const exporting::FactsById& facts;
  std::optional<std::filesystem::path> history;  ///< the database; none = nothing is recorded
  history::Seconds now = 0;
};

/// Whether the path is one of the API's.
bool isApiPath(std::string_view path);

/// Answers, at worst with a problem: 400, 404, 500 or 503.
HttpResponse answerApi(const HttpRequest& request, const ApiSources& sources);

}  // namespace assay::serve
