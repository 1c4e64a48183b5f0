// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One function of each kind that needs a guard of its own, called a known number of times (kinds_test.py).
#include <coroutine>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>

namespace kinds {

// AI-generated: GPT-4, 2024-01-15
constexpr int constant(int value) {
  return value + 1;
}
static_assert(constant(1) == 2);

// AI-generated: GPT-4, 2024-01-15
auto lambda = [](int value) { return value + 1; };
static_assert(lambda(1) == 2);

// AI-generated: GPT-4, 2024-01-15
int fibonacci(int n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

// AI-generated: GPT-4, 2024-01-15
long tail(long n, long sum) {
  if (n == 0) return sum;
  return tail(n - 1, sum + n);
}

// AI-generated: GPT-4, 2024-01-15
int handled(int value) try {
  if (value > 0) throw std::runtime_error("handled");
  return 0;
} catch (const std::runtime_error&) {
  return 1;
}

// AI-generated: GPT-4, 2024-01-15
int rethrown(int value) try {
  if (value > 0) throw std::runtime_error("rethrown");
  return 0;
} catch (const std::runtime_error&) {
  throw;
}

// AI-generated: GPT-4, 2024-01-15
std::optional<int> parsed(int value) {
  if (value < 0) return std::nullopt;
  if (value == 0) return {};
  return value;
}

// AI-generated: GPT-4, 2024-01-15
std::unique_ptr<int> made(bool fail) {
  if (fail) return nullptr;
  return std::make_unique<int>(1);
}

std::jmp_buf place;

// AI-generated: GPT-4, 2024-01-15
int jumper(bool jump) {
  if (jump) std::longjmp(place, 1);
  return 0;
}

int jumped(bool jump) {
  if (setjmp(place) != 0) return 1;
  return jumper(jump);
}

// AI-generated: GPT-4, 2024-01-15
[[noreturn]] void leave(int code) {
  std::exit(code);
}

struct Numbers {
  struct promise_type {
    bool failed = false;
    Numbers get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    void return_void() {}
    void unhandled_exception() { failed = true; }
  };
  std::coroutine_handle<promise_type> handle;
};

// AI-generated: GPT-4, 2024-01-15
Numbers numbers(int to) {
  if (to < 0) throw std::out_of_range("to");
  for (int i = 0; i < to; ++i) co_yield i;
}

// AI-generated: GPT-4, 2024-01-15
__attribute__((pure)) int pure(int value) {
  return value * 3;
}

struct Whole {
  int part;
  // AI-generated: GPT-4, 2024-01-15
  explicit Whole(int value) try : part(value) {
    if (value < 0) throw value;
  } catch (int) {
  }
};
// AI-generated: GPT-4, 2024-01-15, errors: negative
int status(int value) {
  if (value > 2) return -1;
  return 0;
}

// AI-generated: GPT-4, 2024-01-15, errors: negative
int looked(int value) {
  return value - 3;
}

void drain(int to, int steps) {
  const Numbers generated = numbers(to);
  for (int i = 0; i < steps && !generated.handle.done(); ++i) generated.handle.resume();
  generated.handle.destroy();
}

}  // namespace kinds

int main(int argc, char**) {
  using namespace kinds;
  long sum = 0;
  for (int i = 0; i < 10; ++i) {
    sum += constant(argc + i) + lambda(argc + i) + handled(i % 2) + parsed(i - 4).value_or(0);
    sum += made(i == 9) != nullptr;
    sum += status(i) + looked(i) + pure(argc + i);
    try {
      sum += rethrown(i % 5 == 0);
    } catch (const std::runtime_error&) {
      ++sum;
    }
    try {
      Whole(i - 1);
    } catch (int) {
      ++sum;
    }
    sum += jumped(i % 2 == 0);
  }
  sum += fibonacci(10) + tail(3000000, 0);
  for (int i = 0; i < 4; ++i) drain(3, 9);
  for (int i = 0; i < 3; ++i) drain(3, 2);
  drain(-1, 1);
  std::printf("%ld\n", sum);
  leave(0);
}
