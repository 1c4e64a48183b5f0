// Generators, tasks, exceptions.
#include <coroutine>
#include <cstdio>
#include <stdexcept>

struct Numbers {
  struct promise_type {
    int value = 0;
    bool failed = false;
    Numbers get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int next) {
      value = next;
      return {};
    }
    void return_value(int last) { value = last; }
    void unhandled_exception() { failed = true; }
  };
  std::coroutine_handle<promise_type> handle;
};

// AI-generated: GPT-4, 2024-01-15
Numbers upTo(int last) {
  if (last < 0) throw std::out_of_range("last");
  for (int i = 0; i < last; ++i) co_yield i;
  if (last == 1) co_return 100; else co_return last;
}

struct Chain {
  struct promise_type {
    Chain get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

// AI-generated: GPT-4, 2024-01-15
Chain say(const char* word) {
  co_await std::suspend_never{};
  std::puts(word);
}

// AI-generated: GPT-4, 2024-01-15
template <class T>
Chain sayAll(T first, T second) {
  co_await std::suspend_never{};
  std::puts(first);
  if (second == nullptr) co_return;
  std::puts(second);
}

int main() {
  for (int last : {2, 1, -1}) {
    Numbers numbers = upTo(last);
    while (!numbers.handle.done()) {
      numbers.handle.resume();
      std::printf("%d%s ", numbers.handle.promise().value, numbers.handle.promise().failed ? "!" : "");
    }
    numbers.handle.destroy();
  }
  Numbers abandoned = upTo(9);
  abandoned.handle.resume();
  abandoned.handle.destroy();
  say("end");
  sayAll("one", static_cast<const char*>(nullptr));
}
