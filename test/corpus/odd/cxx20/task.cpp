// Odd: a task: coroutines that wait for each other, return values and throw
#include <coroutine>
#include <exception>
#include <utility>
struct Task {
  struct promise_type {
    int value = 0;
    std::exception_ptr error;
    std::coroutine_handle<> waiting = std::noop_coroutine();
    Task get_return_object() { return Task{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct Final {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> h) noexcept { return h.promise().waiting; }
      void await_resume() noexcept {}
    };
    Final final_suspend() noexcept { return {}; }
    void return_value(int v) { value = v; }
    void unhandled_exception() { error = std::current_exception(); }
  };
  std::coroutine_handle<promise_type> handle;
  explicit Task(std::coroutine_handle<promise_type> h) : handle(h) {}
  Task(Task&& o) : handle(std::exchange(o.handle, nullptr)) {}
  ~Task() { if (handle) handle.destroy(); }
  bool await_ready() const { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) { handle.promise().waiting = h; return handle; }
  int await_resume() { if (handle.promise().error) std::rethrow_exception(handle.promise().error); return handle.promise().value; }
};
// AI-generated: GPT-4
static Task one(int x) { if (x < 0) throw x; co_return x; }
// AI-generated: GPT-4
static Task sum(int x) { Task a = one(x), b = one(1); int first = co_await a; int second = co_await b; co_return first + second; }
// AI-generated: GPT-4
static Task caught(int x) { int r = 0; Task t = one(x); try { r = co_await t; } catch (int e) { r = e; } co_return r; }
// AI-generated: GPT-4
static Task tries(int x) {
  // AI-generated: GPT-4
  auto lambda = [](int y) -> Task { co_return y; };
  Task a = sum(x), b = caught(-2), c = lambda(1);
  int r = co_await a;
  r += co_await b;
  r += co_await c;
  co_return r;
}
// AI-generated: GPT-4
int main() { Task t = tries(0); t.handle.resume(); return t.handle.promise().value; }
