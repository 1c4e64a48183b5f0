// Odd: coroutines that hand on to each other a hundred thousand times
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

// with: -O2
#include <coroutine>
#include <cstdio>
#include <utility>
struct T { struct promise_type { std::coroutine_handle<> next; int v = 0; T get_return_object() { return T{std::coroutine_handle<promise_type>::from_promise(*this)}; } std::suspend_always initial_suspend() noexcept { return {}; }
    struct F { bool await_ready() noexcept { return false; } std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> h) noexcept { auto n = h.promise().next; return n ? n : std::noop_coroutine(); } void await_resume() noexcept {} };
    F final_suspend() noexcept { return {}; } void return_value(int x) { v = x; } void unhandled_exception() {} };
  std::coroutine_handle<promise_type> h; explicit T(std::coroutine_handle<promise_type> x) : h(x) {} T(T&& o) : h(std::exchange(o.h, {})) {} ~T() { if (h) h.destroy(); }
  bool await_ready() { return false; } std::coroutine_handle<> await_suspend(std::coroutine_handle<> c) { h.promise().next = c; return h; } int await_resume() { return h.promise().v; } };
static T leaf(int n) { co_return n & 1 ? -1 : 1; }
static T loop(int n) { long s = 0; for (int i = 0; i < n; ++i) s += co_await leaf(i); co_return int(s); }
int main() { T t = loop(1000); t.h.resume(); std::printf("%d\n", t.h.promise().v); }
