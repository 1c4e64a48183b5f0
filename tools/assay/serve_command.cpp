// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay serve`: what the guards of this machine's processes have counted: as metrics, over HTTP, to a file
// for node_exporter, or once to stdout; as JSON; to a DogStatsD agent, a Pushgateway and a receiver of OTLP;
// and recorded into a history, by which experiments are acted on.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <iostream>
#include <iterator>
#include <set>
#include <vector>

#include "assay/applied_experiments.h"
#include "assay/command.h"
#include "assay/served_dogstatsd.h"
#include "assay/served_history.h"
#include "assay/served_otlp.h"
#include "assay/served_pushgateway.h"
#include "assay/terminal.h"
#include "experiment/control_file.h"
#include "export/accept.h"
#include "export/exponential_cells.h"
#include "serve/api.h"
#include "serve/http_server.h"
#include "serve/metrics_source.h"
#include "serve/page_file.h"
#include "serve/problem.h"
#include "serve/served_facts.h"
#include "support/file.h"
#include "support/strings.h"
#include "telemetry/segments.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using exporting::TextFormat;
using serve::HttpRequest;
using serve::HttpResponse;
using serve::ServedFacts;

constexpr std::chrono::milliseconds kPauseOfSending{10};
constexpr std::chrono::milliseconds kPatienceAtTheEnd{2000};

exporting::Nanoseconds unixTimeNow() {
  const std::chrono::nanoseconds since1970 = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<exporting::Nanoseconds>(since1970.count());
}

// Said to stderr when it is found, and once: a server reads for weeks.
class Complaints {
 public:
  void say(const Diagnostics& said) {
    for (const Diagnostic& one : said.all())
      if (told_.insert(render(one, false)).second)
        std::cerr << render(one, wantsColour(STDERR_FILENO)) << std::flush;
  }
  void say(const Error& error) {
    if (told_.insert(render(error, false)).second)
      std::cerr << render(error, wantsColour(STDERR_FILENO)) << std::flush;
  }

 private:
  std::set<std::string> told_;
};

// Folder and manifest -> answers, again and again.
class Serving {
 public:
  Serving(const fs::path& folder, ServedFacts facts)
      : folder_(folder), facts_(std::move(facts)), collector_(folder), metrics_(collector_) {}

  [[nodiscard]] const fs::path& folder() const { return folder_; }
  [[nodiscard]] const std::optional<fs::path>& history() const { return history_; }

  void recordInto(const fs::path& file, history::Recorder recorder) {
    history_ = file;
    collector_.recordInto(std::move(recorder));
  }

  void sendTo(std::optional<serve::Dogstatsd> agent) { agent_ = std::move(agent); }
  void pushTo(std::optional<serve::Pushgateway> gateway) { gateway_ = std::move(gateway); }
  void sendTo(std::optional<serve::Otlp> receiver) { receiver_ = std::move(receiver); }
  /// Where to, besides those who ask.
  [[nodiscard]] std::vector<std::string> targets() const {
    std::vector<std::string> targets;
    if (agent_) targets.push_back(agent_->sender().socket().address().text());
    if (gateway_) targets.push_back(gateway_->address().text());
    if (receiver_) targets.push_back(receiver_->target().text());
    return targets;
  }
  /// Goes on with what is on its way; whether there is more.
  bool sendMore() {
    const bool sends = agent_ && agent_->sendMore();
    const bool pushes = gateway_ && gateway_->poll();
    return (receiver_ && receiver_->poll(serve::Otlp::Clock::now())) || pushes || sends;
  }
  void finish(Diagnostics& diagnostics) {
    if (agent_) agent_->finish();
    if (gateway_) gateway_->finish(static_cast<int>(kPatienceAtTheEnd.count()));
    if (receiver_) receiver_->finish(kPatienceAtTheEnd, diagnostics);
  }

  Expected<std::string> text(TextFormat format, Diagnostics& diagnostics) {
    const exporting::FactsById& facts = facts_.now(diagnostics);
    ASSAY_TRY(auto families, metrics_.read(facts, diagnostics));
    recordIfDue(facts, diagnostics);
    return textOf(std::move(families), format);
  }

  Expected<HttpResponse> api(const HttpRequest& request, Diagnostics& diagnostics) {
    ASSAY_TRY_VOID(collector_.collect(diagnostics));
    const exporting::FactsById& facts = facts_.now(diagnostics);
    recordIfDue(facts, diagnostics);
    return serve::answerApi(request, {collector_, facts, history_, std::time(nullptr)});
  }

  Expected<void> step(Diagnostics& diagnostics) {
    const exporting::FactsById& facts = facts_.now(diagnostics);
    beginSending(facts);
    ASSAY_TRY(auto families, collect(facts, diagnostics));
    collector_.measureRates(serve::Collector::Clock::now());
    const exporting::Nanoseconds now = unixTimeNow();
    record(std::time(nullptr), facts, diagnostics);
    send(facts, diagnostics);
    if (receiver_) sendStreams(families, now, diagnostics);
    if (gateway_) push(std::move(families), diagnostics);
    return {};
  }

 private:
  // As metrics only for who is sent them.
  Expected<std::vector<exporting::MetricFamily>> collect(const exporting::FactsById& facts,
                                                         Diagnostics& diagnostics) {
    if (gateway_ || receiver_) return metrics_.read(facts, diagnostics);
    ASSAY_TRY_VOID(collector_.collect(diagnostics));
    return std::vector<exporting::MetricFamily>();
  }

  // What is read between two steps of the clock is recorded as well: answers are of now, and what was handed
  // out is not lost with the server.
  void recordIfDue(const exporting::FactsById& facts, Diagnostics& diagnostics) {
    const history::Seconds now = std::time(nullptr);
    if (now != recorded_) record(now, facts, diagnostics);
  }

  void record(history::Seconds now, const exporting::FactsById& facts, Diagnostics& diagnostics) {
    collector_.record(now, versionsOf(facts), diagnostics);
    recorded_ = now;
  }

  std::string textOf(std::vector<exporting::MetricFamily> families, TextFormat format) {
    if (agent_) std::ranges::move(serve::dogstatsdMetrics(agent_->sender()), std::back_inserter(families));
    if (receiver_) std::ranges::move(serve::otlpMetrics(receiver_->tally()), std::back_inserter(families));
    return exporting::metricsText(families, format);
  }

  void push(std::vector<exporting::MetricFamily> families, Diagnostics& diagnostics) {
    if (!gateway_->trouble().empty())
      diagnostics.warning("assay-serve-002", {},
                          fmt::format("the Pushgateway at {} has not taken the metrics: {}",
                                      visibleText(gateway_->address().text()), gateway_->trouble()));
    gateway_->push(textOf(std::move(families), TextFormat::Prometheus));
  }

  // What an earlier server recorded it has sent, too. Streams want to know since when they count.
  void beginSending(const exporting::FactsById& facts) {
    if (agent_ && !agent_->hasBegun() && !collector_.parts().empty()) agent_->begin(collector_.parts());
    const auto recorded = collector_.recordedBefore();
    if (!receiver_ || receiver_->hasBegun() || !recorded) return;
    auto families = exporting::functionMetrics(collector_.parts(), facts, 0);
    exporting::addExponentialCells(families, collector_.parts());
    receiver_->begin(families, static_cast<exporting::Nanoseconds>(*recorded));
  }

  void sendStreams(std::vector<exporting::MetricFamily>& families, std::time_t now,
                   Diagnostics& diagnostics) {
    exporting::addExponentialCells(families, collector_.parts());
    receiver_->report(diagnostics);
    if (receiver_->hasBegun())
      receiver_->flush(families, now);
    else
      receiver_->begin(families, now);
  }

  // What was counted before the first look of all is of no time that an agent could put it into.
  void send(const exporting::FactsById& facts, Diagnostics& diagnostics) {
    if (agent_ && agent_->hasBegun()) agent_->flush(collector_.parts(), facts, diagnostics);
    if (agent_ && !agent_->hasBegun()) agent_->begin(collector_.parts());
  }

  fs::path folder_;
  ServedFacts facts_;
  serve::Collector collector_;
  serve::MetricsSource metrics_;
  std::optional<serve::Dogstatsd> agent_;
  std::optional<serve::Pushgateway> gateway_;
  std::optional<serve::Otlp> receiver_;
  std::optional<fs::path> history_;
  history::Seconds recorded_ = 0;
};

HttpResponse failed(const Error& error, Complaints& complaints) {
  complaints.say(error);
  return {.status = 500, .body = visibleText(error.message) + "\n"};
}

HttpResponse metricsResponse(const HttpRequest& request, Serving& serving, Complaints& complaints) {
  Diagnostics said;
  const TextFormat format = exporting::formatFor(request.accept);
  auto text = serving.text(format, said);
  complaints.say(said);
  if (!text) return failed(text.error(), complaints);
  return {200, std::string(exporting::contentType(format)), *std::move(text)};
}

HttpResponse apiResponse(const HttpRequest& request, Serving& serving, Complaints& complaints) {
  Diagnostics said;
  auto response = serving.api(request, said);
  complaints.say(said);
  if (response) return *std::move(response);
  complaints.say(response.error());
  return serve::problem(500, "The segments cannot be read", response.error().message);
}

HttpResponse answer(const HttpRequest& request, Serving& serving, Complaints& complaints) {
  if (request.path == "/metrics") return metricsResponse(request, serving, complaints);
  if (serve::isApiPath(request.path)) return apiResponse(request, serving, complaints);
  if (auto file = serve::pageFile(request.path)) return *std::move(file);
  return {.status = 404, .body = "there are /, /metrics and /api/functions\n"};
}

void greet(const serve::ListenAddress& address, const Serving& serving) {
  std::cout << fmt::format("http://{}/ shows what is counted in {}. Ctrl-C ends.\n", address.text(),
                           visibleText(serving.folder().string()));
  if (serving.history())
    std::cout << fmt::format("It is recorded in {}.\n", visibleText(serving.history()->string()));
  for (const std::string& target : serving.targets())
    std::cout << fmt::format("It is sent to {}.\n", visibleText(target));
  if (!serve::isLoopback(address.host))
    std::cout
        << "Whoever reaches this address can read it: names of functions, models and files, and prompts.\n";
  std::cout.flush();
}

void stepOnce(Serving& serving, std::optional<AppliedExperiments>& experiments, Complaints& complaints) {
  Diagnostics said;
  const auto done = serving.step(said);
  if (experiments)
    for (const std::string& line : experiments->step(std::time(nullptr), said))
      std::cerr << line << std::endl;
  complaints.say(said);
  if (!done) complaints.say(done.error());
}

// A history that cannot be is said, and metrics are handed out without one.
Expected<void> openHistory(const config::Settings& settings, Serving& serving, Complaints& complaints) {
  const auto file = historyFile(settings);
  if (!file) return {};
  ASSAY_TRY(history::RecorderOptions options, recorderOptions(settings, *file));
  Diagnostics said;
  auto recorder = history::Recorder::open(std::move(options), said);
  if (recorder) {
    serving.recordInto(*file, *std::move(recorder));
  } else {
    Error error = std::move(recorder).error();
    error.message += ": nothing is recorded";
    said.error("assay-history-003", error);
  }
  complaints.say(said);
  return {};
}

// --apply: nothing can be judged that is not recorded.
Expected<std::optional<AppliedExperiments>> appliedBy(const config::Settings& settings,
                                                      const Serving& serving) {
  if (!settings.flag("apply")) return std::nullopt;
  if (!serving.history())
    return fail(ErrorCode::Usage, "--apply acts on what the history says, and there is none",
                "name its file with --history");
  AppliedExperiments experiments(
      settings.has("control") ? fs::path(settings.text("control")) : experiment::defaultControlFile(),
      *serving.history());
  std::cout << fmt::format("Experiments are acted on; what is done is logged in {}.\n",
                           visibleText(experiments.log().string()));
  return experiments;
}

// A file that may not grow is an error of that write, and no end of the server.
Expected<void> listenAndServe(const config::Settings& settings, Serving& serving) {
  ASSAY_TRY(const serve::ListenAddress address, serve::listenAddressOf(settings.text("listen")));
  Complaints complaints;
  ASSAY_TRY(serve::HttpServer server, serve::HttpServer::open(address, [&](const HttpRequest& request) {
              return answer(request, serving, complaints);
            }));
  std::signal(SIGXFSZ, SIG_IGN);
  ASSAY_TRY(auto agent, dogstatsdOf(settings));
  serving.sendTo(std::move(agent));
  ASSAY_TRY(auto gateway, pushgatewayOf(settings));
  serving.pushTo(std::move(gateway));
  ASSAY_TRY(auto receiver, otlpOf(settings, serving.folder()));
  serving.sendTo(std::move(receiver));
  ASSAY_TRY_VOID(openHistory(settings, serving, complaints));
  greet(server.address(), serving);
  ASSAY_TRY(auto experiments, appliedBy(settings, serving));
  std::cout.flush();
  stepOnce(serving, experiments, complaints);
  server.every(std::chrono::seconds(history::kLevels[history::kFinest].width),
               [&] { stepOnce(serving, experiments, complaints); });
  server.whileThereIsMore(kPauseOfSending, [&] { return serving.sendMore(); });
  server.run();
  stepOnce(serving, experiments, complaints);
  Diagnostics said;
  serving.finish(said);
  complaints.say(said);
  return {};
}

Expected<void> writeOnce(const config::Settings& settings, Serving& serving, Diagnostics& diagnostics) {
  ASSAY_TRY(const std::string text, serving.text(TextFormat::Prometheus, diagnostics));
  if (settings.has("textfile")) return writeFileAtomically(settings.text("textfile"), text);
  std::cout << text;
  return {};
}

std::unexpected<Error> cannotRead(const fs::path& manifest, const Diagnostics& said) {
  return fail(
      ErrorCode::Input, fmt::format("cannot read the manifest {}", visibleText(manifest.string())),
      said.hasErrors() ? said.all().front().message : "run `assay scan`, or name another with --manifest");
}

// No manifest at all is fine, as in `assay top`; those that were asked for must be there.
Expected<ServedFacts> factsOf(Invocation& invocation) {
  std::vector<fs::path> paths;
  for (const std::string& path : invocation.settings.list("manifest")) paths.emplace_back(path);
  const bool areAskedFor = !paths.empty();
  if (const auto nearest = manifestPath(invocation.settings); !areAskedFor && nearest)
    paths.push_back(*nearest);
  ServedFacts facts(paths);
  Diagnostics said;
  facts.now(said);
  if (!areAskedFor) {
    invocation.diagnostics.append(std::move(said));
    return facts;
  }
  std::error_code ignored;
  for (const fs::path& path : paths)
    if (!fs::is_regular_file(path, ignored)) return cannotRead(path, said);
  if (said.hasErrors()) {
    const fs::path place = said.all().front().where.file;
    return cannotRead(place.empty() ? paths.front() : place, said);
  }
  return facts;
}

}  // namespace

const VerbHelp kServeHelp = {
    "serve", "", "",
    "  assay serve                      http://127.0.0.1:9465/ in a browser, /metrics for Prometheus\n"
    "  assay serve --listen [::]:9465   for the whole network\n"
    "  assay serve --textfile /var/lib/node_exporter/assay.prom\n"
    "  assay serve --dogstatsd auto     to the Datadog agent that DD_... name, or that of this machine\n"
    "  assay serve --otlp auto          to the OpenTelemetry receiver that OTEL_... name, or that of this "
    "machine\n"
    "  assay serve --apply              rolls back experiments that go wrong, and walks rollouts by steps\n"};

Expected<ExitCode> serveCommand(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  const fs::path folder =
      settings.has("segments") ? fs::path(settings.text("segments")) : telemetry::segmentFolder();
  ASSAY_TRY(ServedFacts facts, factsOf(invocation));
  std::error_code ignored;
  Serving serving(fs::absolute(folder, ignored), std::move(facts));
  if (settings.flag("once") || settings.has("textfile"))
    ASSAY_TRY_VOID(writeOnce(settings, serving, invocation.diagnostics));
  else
    ASSAY_TRY_VOID(listenAndServe(settings, serving));
  return invocation.diagnostics.hasErrors() ? ExitCode::Incomplete : ExitCode::Done;
}

}  // namespace assay::tool
