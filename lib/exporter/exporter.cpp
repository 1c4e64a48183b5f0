// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/exporter.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <iterator>
#include <limits>
#include <utility>

#include "export/accept.h"
#include "export/exponential_cells.h"
#include "export/prometheus_text.h"
#include "exporter/resource.h"
#include "support/strings.h"

namespace assay::exporter {
namespace {

constexpr std::string_view kHttp = "http";
constexpr std::chrono::seconds kPeriod{10};
constexpr std::chrono::milliseconds kPauseOfSending{10};
constexpr std::chrono::milliseconds kPatienceWithReceiver{2000};
constexpr std::chrono::milliseconds kTimeToClose{200};

exporting::Nanoseconds unixTime() {
  const std::chrono::nanoseconds since1970 = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<exporting::Nanoseconds>(since1970.count());
}

std::string placeOf(const Location& where) {
  return where.file.empty() ? std::string() : visibleText(where.file) + ": ";
}

// Since when the process counts.
exporting::Nanoseconds startOf(const OwnReading& reading) {
  auto start = std::numeric_limits<exporting::Nanoseconds>::max();
  for (const telemetry::ProcessSnapshot& part : reading.parts) start = std::min(start, part.startRealtime);
  return std::min(start, unixTime() - 1);
}

}  // namespace

Exporter::Exporter(OwnMetrics& metrics, serve::Environment environment, Say say)
    : metrics_(metrics), environment_(std::move(environment)), say_(std::move(say)) {}

// However it ends: what nobody answers on is not kept.
void Exporter::run(const std::string& words) {
  try {
    openAndLoop(words);
  } catch (...) {
    close();
    throw;
  }
  close();
}

void Exporter::close() {
  const std::lock_guard<std::mutex> alone(door_);
  descriptor_ = -1;
  server_.reset();
  agent_.reset();
  receiver_.reset();
}

void Exporter::openAndLoop(const std::string& words) {
  auto plan = exportPlanOf(words, environment_);
  if (!plan) return say(plan.error());
  open(*std::move(plan));
  if ((!server_ && !agent_ && !receiver_) || timeLeft() <= Clock::duration::zero()) return;
  step();
  loop();
  step();
  finish();
}

void Exporter::open(ExportPlan plan) {
  if (plan.listen) attempt("prometheus://" + plan.listen->text(), [&] { return openServer(*plan.listen); });
  if (plan.agent) attempt(plan.agent->text(), [&] { return openAgent(*std::move(plan.agent)); });
  if (plan.receiver)
    attempt("otlp" + plan.receiver->text().substr(kHttp.size()),
            [&] { return openReceiver(*std::move(plan.receiver)); });
}

// Whatever is the matter with one, descriptors that have run out or memory, the others go on.
void Exporter::attempt(const std::string& word, const std::function<Expected<void>()>& open) {
  std::string trouble;
  try {
    const auto opened = open();
    if (opened) return;
    trouble = opened.error().message;
  } catch (const std::exception& error) {
    trouble = error.what();
  }
  sayOnce(fmt::format("ASSAY_EXPORT: `{}`: {}", visibleText(word), visibleText(trouble)));
}

Expected<void> Exporter::openServer(const serve::ListenAddress& address) {
  auto server =
      serve::HttpServer::open(address, [this](const serve::HttpRequest& request) { return answer(request); });
  if (!server) return std::unexpected(std::move(server.error()));
  server->every(kPeriod, [this] { step(); });
  server->whileThereIsMore(kPauseOfSending, [this] { return sendMore(); });
  const std::lock_guard<std::mutex> alone(door_);
  server_.emplace(*std::move(server));
  descriptor_ = server_->descriptor();
  return {};
}

Expected<void> Exporter::openAgent(serve::DogstatsdAddress address) {
  ASSAY_TRY(auto socket, serve::DogstatsdSocket::open(std::move(address)));
  agent_.emplace(std::move(socket), exporting::DogstatsdForm{.tags = serve::dogstatsdTags(environment_)});
  agent_->begin({});
  return {};
}

Expected<void> Exporter::openReceiver(serve::OtlpTarget target) {
  ASSAY_TRY(auto resource, resourceOfProcess(environment_));
  ASSAY_TRY(auto client, serve::HttpClient::open(target.peer));
  receiver_.emplace(std::move(client), std::move(target),
                    exporting::OtlpForm{.resource = std::move(resource), .version = ASSAY_VERSION});
  return {};
}

void Exporter::loop() {
  {
    const std::lock_guard<std::mutex> alone(door_);
    if (isToEnd_) return;
    serves_ = server_.has_value();
  }
  if (serves_)
    server_->run(serve::RunsUntil::Stop);
  else
    loopAlone();
}

// Without a server there is nothing to wait for but the clock, and the end.
void Exporter::loopAlone() {
  Clock::time_point next = Clock::now() + kPeriod;
  std::unique_lock<std::mutex> alone(door_);
  while (!isToEnd_) {
    alone.unlock();
    const bool more = sendMore();
    const bool isDue = Clock::now() >= next;
    if (isDue) {
      next += kPeriod;
      step();
    }
    alone.lock();
    const Clock::time_point until = more || isDue ? Clock::now() + kPauseOfSending : next;
    ended_.wait_until(alone, until, [this] { return isToEnd_; });
  }
}

void Exporter::stop() {
  const std::lock_guard<std::mutex> alone(door_);
  if (!std::exchange(isToEnd_, true)) end_ = Clock::now() + kPatienceAtTheEnd - kTimeToClose;
  if (server_) server_->stop();
  ended_.notify_all();
}

void Exporter::step() {
  Diagnostics said;
  auto reading = metrics_.read(said);
  if (reading)
    sendTo(*reading, said);
  else
    say(reading.error());
  say(said);
}

void Exporter::sendTo(OwnReading& reading, Diagnostics& said) {
  if (agent_) agent_->flush(reading.parts, reading.facts, said);
  if (!receiver_ || reading.parts.empty()) return;
  exporting::addExponentialCells(reading.families, reading.parts);
  receiver_->report(said);
  if (!receiver_->hasBegun()) receiver_->begin({}, startOf(reading));
  receiver_->flush(reading.families, unixTime());
}

bool Exporter::sendMore() {
  const bool sends = agent_ && agent_->sendMore();
  return (receiver_ && receiver_->poll(serve::Otlp::Clock::now())) || sends;
}

void Exporter::finish() {
  Diagnostics said;
  if (agent_) agent_->finish();
  if (receiver_) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(timeLeft());
    receiver_->finish(std::clamp(left, std::chrono::milliseconds(0), kPatienceWithReceiver), said);
  }
  say(said);
}

Exporter::Clock::duration Exporter::timeLeft() {
  const std::lock_guard<std::mutex> alone(door_);
  return end_ == Clock::time_point::max() ? Clock::duration::max() : end_ - Clock::now();
}

serve::HttpResponse Exporter::answer(const serve::HttpRequest& request) {
  if (request.path != "/metrics") return {.status = 404, .body = "there is /metrics\n"};
  Diagnostics said;
  auto reading = metrics_.read(said);
  say(said);
  if (!reading) return {.status = 500, .body = reading.error().message + "\n"};
  auto& families = reading->families;
  if (agent_) std::ranges::move(serve::dogstatsdMetrics(agent_->sender()), std::back_inserter(families));
  if (receiver_) std::ranges::move(serve::otlpMetrics(receiver_->tally()), std::back_inserter(families));
  const exporting::TextFormat format = exporting::formatFor(request.accept);
  return {200, std::string(exporting::contentType(format)), exporting::metricsText(families, format)};
}

// Of an error the hint is left out: it names options of a program that is not there.
void Exporter::say(const Error& error) {
  sayOnce(placeOf(error.where) + visibleText(error.message));
}

void Exporter::say(const Diagnostics& said) {
  for (const Diagnostic& one : said.all())
    sayOnce(placeOf(one.where) + visibleText(one.message) + " [" + one.id + "]");
}

void Exporter::sayOnce(std::string line) {
  if (const auto [place, isNew] = said_.insert(std::move(line)); isNew) say_(*place);
}

}  // namespace assay::exporter
