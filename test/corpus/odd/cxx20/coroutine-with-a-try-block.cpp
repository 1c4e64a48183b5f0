// Odd: a coroutine whose whole body is a function-try-block
#include <coroutine>
struct Job {
  struct promise_type {
    int value = 0;
    Job get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(int v) { value = v; }
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
};
// AI-generated: GPT-4
static Job f(int x) try { if (x) throw x; co_return 0; } catch (int e) { co_return e; }
// AI-generated: GPT-4
int main() { Job j = f(3); int r = j.handle.promise().value - 3; j.handle.destroy(); return r; }
