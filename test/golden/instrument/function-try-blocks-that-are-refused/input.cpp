// Blocks that no braces can be put around.
#include <coroutine>

struct Job {
  struct promise_type {
    int value = 0;
    Job get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(int returned) { value = returned; }
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
};

// AI-generated: GPT-4, 2024-01-15
static Job run(int fails) try {
  if (fails) throw fails;
  co_return 0;
} catch (int caught) {
  co_return caught;
}

// AI-generated: GPT-4, 2024-01-15
constexpr int constant(int value) try { return value + 1; } catch (...) { return 0; }
static_assert(constant(1) == 2);

#define CATCH_ALL catch (...) { return -1; }
// AI-generated: GPT-4, 2024-01-15
int caughtByAMacro(int value) try { if (value > 1) throw value; return value; } CATCH_ALL

int main() {
  const Job job = run(3);
  const int value = job.handle.promise().value;
  job.handle.destroy();
  return value - 3 + constant(-1) + caughtByAMacro(2) + 1;
}
