// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a Prometheus, or VictoriaMetrics, has scraped of `assay serve` as what a review is made of.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "assay/review_source.h"
#include "export/scraped_counts.h"
#include "serve/prometheus_server.h"

namespace assay::tool {

/// Who is asked; a test answers itself.
struct ServerQuestions {
  std::string name;  ///< "127.0.0.1:9090"
  std::function<Expected<std::vector<serve::ServerSeries>>(const std::string&, serve::Moments)> ask;
  std::function<Expected<std::vector<std::string>>(const std::string&, serve::Moments)> names;
};

class ServerSource : public ReviewSource {
 public:
  /// http://HOST[:PORT][/PREFIX]; nothing is asked yet. Fails (Usage) on anything else.
  static Expected<ServerSource> at(const std::string& url, const model::Manifest* manifest);
  /// The manifest (or null) has the words of prompts, which are in no metric; it has to outlive the source.
  ServerSource(ServerQuestions server, const model::Manifest* manifest);

  /// Fails (Input) when nothing answers, what does is no Prometheus, or it refuses.
  Expected<void> eachWindow(history::Period period, history::Seconds step, const SeenVisitor& visit) override;
  Expected<Lives> lives(history::Period period) override;
  [[nodiscard]] insight::Subject subject(const history::VersionKey& key) const override;
  /// Fails (Input) when there is no metric of assay in the periods that were asked for.
  Expected<history::Period> known() override;
  [[nodiscard]] std::string name() const override { return "What " + server_.name + " has"; }
  [[nodiscard]] std::vector<std::string> limits() const override;

 private:
  // Windows that one question is about: all as wide.
  struct Span {
    history::Seconds start = 0;
    history::Seconds width = 0;
    history::Seconds windows = 1;
  };
  struct Function {
    exporting::ScrapedCounts counts;
    std::set<std::uint64_t> bodies;
  };
  using Windows = std::map<history::Seconds, std::map<std::uint64_t, Function>>;

  static std::vector<Span> spansOf(history::Period period, history::Seconds step, history::Seconds atOnce);
  Expected<void> askFor(const Span& span, const std::string& expression,
                        const std::function<void(const serve::ServerSeries&, history::Seconds start,
                                                 double value)>& take) const;
  Expected<void> readFamily(const Span& span, const exporting::ScrapedFamily& family, Windows& windows);
  Expected<void> readVersions(const Span& span, Windows& windows);
  std::uint64_t noteVersion(std::uint64_t id, const serve::ServerSeries& series);

  ServerQuestions server_;
  std::map<std::uint64_t, const model::AnnotatedFunction*> tagged_;
  std::map<history::VersionKey, insight::Subject> subjects_;  // body 0: what was said last
  history::Period asked_ = {};
  history::Period seen_ = {};
};

}  // namespace assay::tool
