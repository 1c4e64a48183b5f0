// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What <assay/exporter.h> promises, and the start by ASSAY_EXPORT when the library is loaded. No exception
// leaves it.
#include <assay/exporter.h>
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "exporter/exporter.h"
#include "exporter/own_metrics.h"
#include "exporter/variables.h"
#include "exporter/visit.h"
#include "telemetry/segments.h"

#define ASSAY_EXPORTED extern "C" __attribute__((visibility("default")))

namespace assay::exporter {
namespace {

constexpr const char* kTargets = "ASSAY_EXPORT";
constexpr const char* kManifest = "ASSAY_EXPORT_MANIFEST";

// In one write, so that lines of several threads stay whole; who reads them not is nobody's fault here.
void sayToStderr(const std::string& line) {
  const std::string whole = "assay: " + line + "\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, whole.data(), whole.size());
}

struct Thread {
  Thread(OwnMetrics& metrics, std::string targets)
      : words(std::move(targets)), exporter(metrics, variablesNow(), sayToStderr) {}
  std::string words;
  Exporter exporter;
  std::thread thread;
};

// Kept for as long as the process runs: threads may read while it ends.
struct Process {
  std::mutex door;
  OwnMetrics* metrics = nullptr;
  Thread* thread = nullptr;
  bool isPrepared = false;
};
Process& process() {
  static Process* const one = new Process;
  return *one;
}

// A process that was forked off has no thread, and nobody there to answer on its socket. What was the
// parent's is left as it is: it may be in the middle of something.
void beforeFork() {
  process().door.lock();
}
void afterForkInParent() {
  process().door.unlock();
}
void afterForkInChild() {
  if (process().thread != nullptr && process().thread->exporter.descriptor() >= 0)
    ::close(process().thread->exporter.descriptor());
  process().thread = nullptr;
  process().metrics = nullptr;
  process().door.unlock();
}

void atTheEnd() {
  assay_exporter_stop();
}

// With the door closed.
void prepare() {
  if (std::exchange(process().isPrepared, true)) return;
  ::pthread_atfork(beforeFork, afterForkInParent, afterForkInChild);
  std::atexit(atTheEnd);
}
OwnMetrics& metrics() {
  if (process().metrics == nullptr) {
    const char* const manifest = std::getenv(kManifest);
    process().metrics = new OwnMetrics(telemetry::segmentFolder(), manifest == nullptr ? "" : manifest);
  }
  return *process().metrics;
}

void runThread(Thread& thread) {
  try {
    thread.exporter.run(thread.words);
  } catch (...) {
    sayToStderr("the exporter has ended: out of memory");
  }
}

// Signals are for the program's own threads.
void startThread(std::unique_ptr<Thread> thread) {
  sigset_t all, before;
  sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  try {
    thread->thread = std::thread([one = thread.get()] { runThread(*one); });
    process().thread = thread.release();
  } catch (...) {
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

int start(const char* targets) {
  const char* const said = targets == nullptr ? std::getenv(kTargets) : targets;
  if (said == nullptr || *said == '\0') return -1;
  const std::lock_guard<std::mutex> alone(process().door);
  if (process().thread != nullptr) return -1;
  prepare();
  startThread(std::make_unique<Thread>(metrics(), said));
  return process().thread == nullptr ? -1 : 0;
}

int visit(assay_exporter_visitor visitor, void* context) {
  OwnMetrics* own = nullptr;
  {
    const std::lock_guard<std::mutex> alone(process().door);
    prepare();
    own = &metrics();
  }
  Diagnostics said;
  const auto reading = own->read(said);
  if (!reading) return -1;
  visitSeries(reading->families, visitor, context);
  return 0;
}

__attribute__((constructor)) void startWhereAsked() {
  assay_exporter_start(nullptr);
}

}  // namespace
}  // namespace assay::exporter

ASSAY_EXPORTED int assay_exporter_start(const char* targets) {
  try {
    return assay::exporter::start(targets);
  } catch (...) {
    return -1;
  }
}

ASSAY_EXPORTED void assay_exporter_stop(void) {
  using assay::exporter::process;
  try {
    assay::exporter::Thread* thread = nullptr;
    {
      const std::lock_guard<std::mutex> alone(process().door);
      thread = std::exchange(process().thread, nullptr);
    }
    if (thread == nullptr) return;
    thread->exporter.stop();
    thread->thread.join();
    delete thread;
  } catch (...) {
  }
}

ASSAY_EXPORTED int assay_exporter_visit(assay_exporter_visitor visit, void* context) {
  try {
    return assay::exporter::visit(visit, context);
  } catch (const std::bad_alloc&) {
    return -1;
  }
}
