// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What <assay/exporter.h> promises. No exception leaves it. Knows nothing of the library's being loaded.
#include <assay/exporter.h>
#include <cxxabi.h>
#include <pthread.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "exporter/exporter.h"
#include "exporter/own_metrics.h"
#include "exporter/variables.h"
#include "exporter/visit.h"
#include "serve/own_sockets.h"
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

// It is its own, too, so that it may be left alone.
struct Thread {
  Thread(OwnMetrics& metrics, std::string targets)
      : words(std::move(targets)), exporter(metrics, variablesNow(), sayToStderr) {}
  std::string words;
  Exporter exporter;
  std::thread thread;
  std::mutex door;  // of what follows
  std::condition_variable ended;
  bool hasEnded = false;
};
using OwnedThread = std::shared_ptr<Thread>;

// Kept for as long as the process runs: threads may read while it ends.
struct Process {
  std::mutex door;
  OwnMetrics* metrics = nullptr;
  OwnedThread* thread = nullptr;  // until it has ended, or is left alone
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
  serve::lockSockets();
}
void afterForkInParent() {
  serve::unlockSockets();
  process().door.unlock();
}
void afterForkInChild() {
  serve::closeOwnSockets();
  serve::unlockSockets();
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
    const char* const manifest = ::secure_getenv(kManifest);
    process().metrics = new OwnMetrics(telemetry::segmentFolder(), manifest == nullptr ? "" : manifest);
  }
  return *process().metrics;
}

void runThread(Thread& thread) {
  try {
    thread.exporter.run(thread.words);
  } catch (const std::exception& error) {
    sayToStderr(std::string("the exporter has ended: ") + error.what());
  }
  const std::lock_guard<std::mutex> alone(thread.door);
  thread.hasEnded = true;
  thread.ended.notify_all();
}

bool hasEnded(Thread& thread) {
  const std::lock_guard<std::mutex> alone(thread.door);
  return thread.hasEnded;
}

// With the process's door closed. Who still looks up a host is not waited for.
void part(const OwnedThread& thread) {
  if (process().thread == nullptr || *process().thread != thread) return;
  if (hasEnded(*thread))
    thread->thread.join();
  else
    thread->thread.detach();
  delete std::exchange(process().thread, nullptr);
}

OwnedThread current() {
  const std::lock_guard<std::mutex> alone(process().door);
  return process().thread == nullptr ? nullptr : *process().thread;
}

void stop() {
  const OwnedThread thread = current();
  if (!thread) return;
  thread->exporter.stop();
  {
    std::unique_lock<std::mutex> alone(thread->door);
    thread->ended.wait_for(alone, kPatienceAtTheEnd, [&] { return thread->hasEnded; });
  }
  const std::lock_guard<std::mutex> alone(process().door);
  part(thread);
}

// Signals are for the program's own threads.
void startThread(OwnedThread thread) {
  sigset_t all, before;
  sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  try {
    auto place = std::make_unique<OwnedThread>(thread);
    thread->thread = std::thread([thread] { runThread(*thread); });
    process().thread = place.release();
  } catch (const std::exception&) {
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

int start(const char* targets) {
  const char* const said = targets == nullptr ? ::secure_getenv(kTargets) : targets;
  if (said == nullptr || *said == '\0') return -1;
  const std::lock_guard<std::mutex> alone(process().door);
  if (process().thread != nullptr) {
    if (!hasEnded(**process().thread)) return -1;
    part(OwnedThread(*process().thread));
  }
  prepare();
  startThread(std::make_shared<Thread>(metrics(), said));
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
  try {
    assay::exporter::stop();
  } catch (...) {
  }
}

ASSAY_EXPORTED int assay_exporter_visit(assay_exporter_visitor visit, void* context) {
  try {
    return assay::exporter::visit(visit, context);
  } catch (const abi::__forced_unwind&) {
    throw;  // the thread was cancelled in the visitor
  } catch (...) {
    return -1;
  }
}
