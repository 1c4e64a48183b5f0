// Odd: a generator: a coroutine that is suspended at every value
#include <coroutine>
#include <exception>
struct Generator {
  struct promise_type {
    int value = 0;
    // AI-generated: GPT-4
    Generator get_return_object() { return Generator{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    // AI-generated: GPT-4
    std::suspend_always initial_suspend() { return {}; }
    // AI-generated: GPT-4
    std::suspend_always final_suspend() noexcept { return {}; }
    // AI-generated: GPT-4
    std::suspend_always yield_value(int v) { value = v; return {}; }
    // AI-generated: GPT-4
    void return_void() {}
    // AI-generated: GPT-4
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<promise_type> handle;
  // AI-generated: GPT-4
  explicit Generator(std::coroutine_handle<promise_type> h) : handle(h) {}
  Generator(const Generator&) = delete;
  // AI-generated: GPT-4
  ~Generator() { handle.destroy(); }
  // AI-generated: GPT-4
  bool next() { handle.resume(); return !handle.done(); }
};
// AI-generated: GPT-4
static Generator count(int n) { for (int i = 0; i < n; ++i) co_yield i; }
// AI-generated: GPT-4
static Generator forever() { for (int i = 0;; ++i) { co_yield i; } }
// AI-generated: GPT-4
int main() {
  Generator g = count(4), f = forever(), never = count(1);
  int sum = 0;
  while (g.next()) sum += g.handle.promise().value;
  for (int i = 0; i < 3; ++i) { f.next(); sum -= f.handle.promise().value; }
  return sum - 3;
}
