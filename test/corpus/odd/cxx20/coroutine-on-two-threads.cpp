// Odd: a coroutine that begins on one thread and ends on another
#include <coroutine>
#include <thread>
struct Job {
  struct promise_type {
    Job get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
};
// AI-generated: GPT-4
static Job moves(int& x) { x += 1; co_await std::suspend_always(); x += 2; }
// AI-generated: GPT-4
int main() { int x = 0; Job j = moves(x); std::thread([&] { j.handle.resume(); }).join(); j.handle.destroy(); return x - 3; }
