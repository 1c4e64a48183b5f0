// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A signal handler may come on any thread. It tidies up only when no section is open; else the last section
// to close does. Sections that open later wait for the end, so what the handler sees does not change any
// more.
#include "support/interrupt.h"

#include <atomic>
#include <csignal>
#include <string_view>

#include <unistd.h>

namespace assay {
namespace {

std::atomic<int> pendingSignal{0};
std::atomic<int> openSections{0};
std::atomic<const char*> temporaries[256];
std::atomic<bool> lineShown{false};

void endBySignal() {
  tidyUp();
  const int signal = pendingSignal;
  std::signal(signal, SIG_DFL);
  sigset_t set;
  ::sigemptyset(&set);
  ::sigaddset(&set, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  ::raise(signal);
  ::_exit(128 + signal);
}

void onSignal(int signal) {
  pendingSignal = signal;
  if (openSections == 0) endBySignal();
}

void closeSection() {
  if (--openSections == 0 && pendingSignal != 0) endBySignal();
}

void exchange(const char* from, const char* to) {
  for (auto& path : temporaries)
    if (const char* expected = from; path.compare_exchange_strong(expected, to)) return;
}

}  // namespace

void tidyUpOnSignals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (std::signal(signal, onSignal) == SIG_IGN) std::signal(signal, SIG_IGN);
}

void tidyUp() {
  for (const auto& path : temporaries)
    if (const char* name = path) ::unlink(name);
  constexpr std::string_view kClear = "\r\033[K";
  if (lineShown && ::write(STDERR_FILENO, kClear.data(), kClear.size()) < 0) return;  // the terminal is gone
}

Uninterrupted::Uninterrupted() {
  ++openSections;
  if (pendingSignal == 0) return;
  closeSection();
  while (true) ::pause();
}

Uninterrupted::~Uninterrupted() {
  closeSection();
}

void Uninterrupted::remember(const char* path) {
  exchange(nullptr, path);
}

void Uninterrupted::forget(const char* path) {
  exchange(path, nullptr);
}

void Uninterrupted::lineIsShown(bool shown) {
  lineShown = shown;
}

}  // namespace assay
