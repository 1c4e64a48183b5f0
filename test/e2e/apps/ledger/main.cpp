// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ledger [THREADS] [ROUNDS]: posts from several threads, some of them refused, and prints what must come out.
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <vector>

#include "ledger.h"

namespace {

long argumentOr(int argc, char** argv, int index, long otherwise) {
  return argc > index ? std::strtol(argv[index], nullptr, 10) : otherwise;
}

}  // namespace

int main(int argc, char** argv) {
  const long threads = argumentOr(argc, argv, 1, 4);
  const long rounds = argumentOr(argc, argv, 2, 20000);
  ledger::Ledger book(8);
  std::atomic<long> refused{0};
  std::atomic<long> journals{0};

  // AI-generated: Codestral, 2024-08-08, prompt: "post and count the refusals"
  const auto postOnce = [&](long thread, long round) {
    DEMO_COUNT("main::(lambda#1)");
    try {
      book.post(static_cast<std::size_t>((thread + round) % 8), thread * rounds + round);
    } catch (const std::invalid_argument&) {
      refused++;
    }
  };

  std::vector<std::thread> running;
  for (long thread = 0; thread < threads; thread++)
    running.emplace_back([&, thread] {
      ledger::Journal<16> journal;
      for (long round = 0; round < rounds; round++) {
        postOnce(thread, round);
        journal.add(round);
      }
      journals += journal.total();
    });
  for (std::thread& thread : running) thread.join();
  std::printf("threads %ld, rounds %ld, refused %ld, journals %ld, checksum %lx\n", threads, rounds,
              refused.load(), journals.load(), book.checksum());
  return 0;
}
