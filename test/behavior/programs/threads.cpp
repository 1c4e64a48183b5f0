// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Threads that come, work together and go; guards in the destructors that run when a thread ends.
#include <assay/inserted.h>
#include <pthread.h>

#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

static void hot() {
  ASSAY_INSERTED_GUARD(0x00000000000000a1, "hot");
}
static void other() {
  ASSAY_INSERTED_GUARD(0x00000000000000a2, "other");
}

struct Local {
  bool used = false;
  ~Local() {
    ASSAY_INSERTED_GUARD(0x00000000000000a3, "Local::~Local");
    if (used) hot();
  }
};
static thread_local Local local;

static pthread_key_t lateKey;
static void late(void*) {
  ASSAY_INSERTED_GUARD(0x00000000000000a4, "late");
}

static void together() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int call = 0; call < 1000000; ++call) {
        hot();
        other();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

static void manyShort() {
  for (int i = 0; i < 10000; ++i) {
    std::thread([] {
      local.used = true;
      pthread_setspecific(lateKey, &lateKey);
      hot();
    }).join();
  }
}

static void overlapping() {
  for (int round = 0; round < 20; ++round) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 25; ++i) {
      threads.emplace_back([] {
        for (int call = 0; call < 100; ++call) hot();
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
}

int main(int, char** arguments) {
  // Made before main, a key of the runtime comes first; this one is destroyed after it.
  pthread_key_create(&lateKey, late);
  if (std::strcmp(arguments[1], "together") == 0) together();
  if (std::strcmp(arguments[1], "short") == 0) manyShort();
  if (std::strcmp(arguments[1], "overlapping") == 0) overlapping();
}
