// Odd: coroutines whose promises do everything that one may
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <coroutine>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <utility>
struct Task {
  struct promise_type {
    int value = 0; std::exception_ptr error;
    promise_type() = default;
    promise_type(int& n) { n += 100; }
    template <class... A> promise_type(const A&...) {}
    static void* operator new(std::size_t n) noexcept { return std::malloc(n); }
    static void operator delete(void* p) { std::free(p); }
    static Task get_return_object_on_allocation_failure() { return {}; }
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(int v) { value = v; }
    template <class T> void return_value(std::pair<T, T> v) { value = v.first + v.second; }
    void unhandled_exception() { error = std::current_exception(); }
    auto await_transform(int n) { struct A { int n; bool await_ready() { return true; } void await_suspend(std::coroutine_handle<>) {} int await_resume() { return n; } }; return A{n}; }
    template <class A> A&& await_transform(A&& a) { return static_cast<A&&>(a); }
    std::suspend_never yield_value(int n) { value = n; return {}; }
  };
  std::coroutine_handle<promise_type> h{};
  int get() { int v = h.promise().error ? -1000 : h.promise().value; h.destroy(); return v; }
};
struct Void { struct promise_type { Void get_return_object() { return {}; } std::suspend_never initial_suspend() { return {}; } std::suspend_never final_suspend() noexcept { return {}; } void return_void() {} void unhandled_exception() {} }; };
static Task one(int n) { if (n > 200) co_return -1; co_return co_await n; }
static Task two() { co_return std::pair{2, 3}; }
static Task three(int n) { try { if (n) throw n; } catch (int) { co_return -3; } co_return 1; }
static Task four() { throw 4; co_return 1; }
static Task five(int n) { for (int i = co_await 0; i < n; i += co_await 1) co_yield i; switch (n) case 3: co_return 33; co_return 7; }
static Void six(int n) { if (n) co_return; co_await std::suspend_never{}; }
static Void seven(int n) { if (n) co_return (void)n; else co_return std::puts("x"), void(); }
struct S { int v; Task member(int a) const& noexcept { co_return v + a; } Task operator()() && { co_return -v; } template <class T> Task tm(T t) { co_return t + co_await 1; } };
template <class T> static Task generic(T t) { co_return co_await t; }
int main() {
  int n = 1; auto lam = [](int a) -> Task { if (a) co_return -a; co_return 1; };
  auto glam = []<class T>(T a) -> Task { co_return a; };
  S s{5};
  std::printf("%d %d %d %d %d\n", one(n).get(), two().get(), three(1).get(), four().get(), five(3).get()); six(0); six(1); seven(1); seven(0);
  std::printf("%d %d %d %d %d %d\n", lam(2).get(), glam(3).get(), s.member(1).get(), S{6}().get(), s.tm(2).get(), generic(8).get());
}
