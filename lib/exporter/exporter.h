// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Hands on what this process counts, on a thread that is given to it, by the same code as `assay serve`. It
// is a guest: it takes no signals, never throws, waits for nobody but in the end, and says each trouble once.
#pragma once

#include <atomic>
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

/// Where troubles go: a line without its break.
using Say = std::function<void(const std::string& line)>;

class Exporter {
 public:
  /// `metrics` must outlive it.
  Exporter(OwnMetrics& metrics, serve::Environment environment, Say say);

  /// Opens what the words name (exportPlanOf()), hands on every ten seconds, and what is left when stop() is
  /// called. What cannot be opened is said, and the rest goes on. Looks up hosts.
  void run(const std::string& words);

  /// From any thread; run() sends what is left, for three seconds at most, and returns.
  void stop();

  /// The socket that it listens on; -1 = none. From any thread.
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  void open(ExportPlan plan);
  void openServer(const serve::ListenAddress& address);
  void openAgent(serve::DogstatsdAddress address);
  void openReceiver(serve::OtlpTarget target);
  void loop();
  void loopAlone();
  void step();
  void sendTo(OwnReading& reading, Diagnostics& said);
  bool sendMore();
  void finish();
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
  bool serves_ = false;
};

}  // namespace assay::exporter
