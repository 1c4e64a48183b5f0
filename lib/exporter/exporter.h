// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Hands on what this process counts, on a thread that is given to it, by the same code as `assay serve`. It
// is a guest: it takes no signals, never throws, waits for nobody but in the end, and says each trouble once.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "exporter/own_metrics.h"
#include "exporter/plan.h"
#include "serve/dogstatsd.h"
#include "serve/http_server.h"
#include "serve/otlp.h"

namespace assay::exporter {

/// From stop() on, for all that is left to do.
inline constexpr std::chrono::seconds kPatienceAtTheEnd{3};

/// Where troubles go: a line without its break.
using Say = std::function<void(const std::string& line)>;

class Exporter {
 public:
  /// `metrics` must outlive it.
  Exporter(OwnMetrics& metrics, serve::Environment environment, Say say);

  /// Opens what the words name (exportPlanOf()), hands on every ten seconds, and what is left when stop() is
  /// called. What cannot be opened is said, and the rest goes on. Looks up hosts, for as long as their name
  /// servers take; after the end's time is over, that is all. May throw std::bad_alloc and the like.
  void run(const std::string& words);

  /// From any thread; run() sends what is left and returns, in kPatienceAtTheEnd unless it looks up a host.
  void stop();

  /// The socket that it listens on; -1 = none. From any thread.
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  using Clock = std::chrono::steady_clock;
  void openAndLoop(const std::string& words);
  void close();
  void open(ExportPlan plan);
  void attempt(const std::string& word, const std::function<Expected<void>()>& open);
  Expected<void> openServer(const serve::ListenAddress& address);
  Expected<void> openAgent(serve::DogstatsdAddress address);
  Expected<void> openReceiver(serve::OtlpTarget target);
  void loop();
  void loopAlone();
  void step();
  void sendTo(OwnReading& reading, Diagnostics& said);
  bool sendMore();
  void finish();
  Clock::duration timeLeft();
  serve::HttpResponse answer(const serve::HttpRequest& request);
  void say(const Error& error);
  void say(const Diagnostics& said);
  void sayOnce(std::string line);

  OwnMetrics& metrics_;
  serve::Environment environment_;
  Say say_;
  std::set<std::string> said_;
  std::optional<serve::HttpServer> server_;
  std::optional<serve::Dogstatsd> agent_;
  std::optional<serve::Otlp> receiver_;
  std::atomic<int> descriptor_{-1};
  std::mutex door_;  // of what follows, and of the server's being there
  std::condition_variable ended_;
  bool isToEnd_ = false;
  Clock::time_point end_ = Clock::time_point::max();  // when nobody waits any more
  bool serves_ = false;
};

}  // namespace assay::exporter
