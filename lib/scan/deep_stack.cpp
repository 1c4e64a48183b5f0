// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// By pthreads, for std::thread has no say in the size of its stack.
#include "scan/deep_stack.h"

#include <pthread.h>

#include <exception>

namespace assay::scan {
namespace {

constexpr std::size_t kStackBytes = std::size_t{64} << 20;

struct DeepStep {
  const std::function<void()>& step;
  std::exception_ptr thrown = {};
};

void* runDeepStep(void* argument) {
  auto& deep = *static_cast<DeepStep*>(argument);
  try {
    deep.step();
  } catch (...) {
    deep.thrown = std::current_exception();
  }
  return nullptr;
}

bool startThread(pthread_t& thread, DeepStep& deep) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  const bool started = pthread_attr_setstacksize(&attributes, kStackBytes) == 0 &&
                       pthread_create(&thread, &attributes, runDeepStep, &deep) == 0;
  pthread_attr_destroy(&attributes);
  return started;
}

}  // namespace

void onDeepStack(const std::function<void()>& step) {
  DeepStep deep{step};
  pthread_t thread{};
  if (!startThread(thread, deep)) return step();
  pthread_join(thread, nullptr);
  if (deep.thrown) std::rethrow_exception(deep.thrown);
}

}  // namespace assay::scan
