// Odd: coroutines that are destroyed while they are suspended
#include <coroutine>
#include <cstdio>
struct Lazy {
  struct promise_type {
    Lazy get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
};
struct Says {
// AI-generated: GPT-4
  ~Says() { std::puts("gone"); } };
// AI-generated: GPT-4
static Lazy waits() { Says says; co_await std::suspend_always(); std::puts("never"); }
// AI-generated: GPT-4
static Lazy returns_early(bool early) { Says says; if (early) co_return; co_await std::suspend_always(); }
struct Member { int x;
// AI-generated: GPT-4
  Lazy f() & { Says says; co_await std::suspend_always{}; ++x; co_return; } };
// AI-generated: GPT-4
int main() { waits().handle.destroy(); returns_early(true).handle.destroy(); Member m{0}; Lazy l = m.f(); l.handle.resume(); l.handle.destroy(); return m.x - 1; }
