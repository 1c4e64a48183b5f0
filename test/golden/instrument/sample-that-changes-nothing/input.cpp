// Functions whose guards do not choose which calls they time.
#include <coroutine>
#include <cstdlib>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

// AI-generated: GPT-4, 2024-01-15, sample: 1/8
int levels(int value) { return value == 0 ? 0 : levels(value - 1) % 1000 + 1; }

// AI-generated: GPT-4, 2024-01-15, sample: 1%
Task waits(int* done) { *done = 1; co_return; }

// AI-generated: GPT-4, 2024-01-15, sample: all
[[noreturn]] void stops(int status) { std::exit(status); }

// Of this one each outermost level is timed anyway.
// AI-generated: GPT-4, 2024-01-15, sample: all
int steps(int value) { return value == 0 ? 0 : steps(value - 1) % 1000 + 1; }

int main() {
  int done = 0;
  waits(&done);
  stops(levels(1) + steps(1) + done == 3 ? 0 : 1);
}
