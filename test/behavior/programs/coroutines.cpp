// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that return, fail, hop between threads, or are destroyed on the way. C++20.
#include <assay/inserted.h>
#include <assay/snapshot.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <coroutine>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

struct Task {
  struct promise_type {
    int value = 0;
    bool failed = false;
    Task get_return_object() { return Task{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(int v) noexcept { value = v; }
    void unhandled_exception() noexcept { failed = true; }
  };
  explicit Task(std::coroutine_handle<promise_type> h) : handle(h) {}
  Task(Task&& other) noexcept : handle(std::exchange(other.handle, {})) {}
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  Task& operator=(Task&&) = delete;
  ~Task() {
    if (handle) handle.destroy();
  }
  std::coroutine_handle<promise_type> handle;
};

struct Nothing {
  struct promise_type {
    Nothing get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }
  };
};

static int throwing() { throw std::runtime_error("on purpose"); }

static Task returns(int value) { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000141, "returns");
  co_await std::suspend_always{};
  if (value > 0) { ASSAY_INSERTED_RETURNS(0x0000000000000141); co_return value; ASSAY_INSERTED_END }
  { ASSAY_INSERTED_RETURNS(0x0000000000000141); co_return 0; ASSAY_INSERTED_END }
}

static Nothing fallsOff() { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000142, "fallsOff");
  co_await std::suspend_never{};
ASSAY_INSERTED_RETURNS(0x0000000000000142); }

static Task throws() { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000143, "throws");
  co_await std::suspend_always{};
  throwing();
  { ASSAY_INSERTED_RETURNS(0x0000000000000143); co_return 1; ASSAY_INSERTED_END }
}

static Task throwsInReturn() { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000144, "throwsInReturn");
  { ASSAY_INSERTED_RETURNS(0x0000000000000144); co_return throwing(); ASSAY_INSERTED_END }
}

static Task returnsFailure() { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000145, "returnsFailure");
  { ASSAY_INSERTED_FAILS(0x0000000000000145); ASSAY_INSERTED_RETURNS(0x0000000000000145); co_return -1; ASSAY_INSERTED_END }
}

static Task suspends() { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000146, "suspends");
  for (;;) co_await std::suspend_always{};
}

static Task neverStarted() { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000147, "neverStarted");
  { ASSAY_INSERTED_RETURNS(0x0000000000000147); co_return 1; ASSAY_INSERTED_END }
}

// Goes on wherever it is resumed.
static Task hops() { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000148, "hops");
  co_await std::suspend_always{};
  { ASSAY_INSERTED_RETURNS(0x0000000000000148); co_return 1; ASSAY_INSERTED_END }
}
static Task hopsAndThrows() { ASSAY_INSERTED_COROUTINE_GUARD(0x0000000000000149, "hopsAndThrows");
  co_await std::suspend_always{};
  { ASSAY_INSERTED_RETURNS(0x0000000000000149); co_return throwing(); ASSAY_INSERTED_END }
}
static Task hopsAndDies() { ASSAY_INSERTED_COROUTINE_GUARD(0x000000000000014a, "hopsAndDies");
  co_await std::suspend_always{};
  { ASSAY_INSERTED_RETURNS(0x000000000000014a); co_return 1; ASSAY_INSERTED_END }
}

// Ends well with 4 to 7, throws with more, does not end below.
static Task sized(int size) { ASSAY_INSERTED_COROUTINE_GUARD(0x000000000000014b, "sized"); ASSAY_INSERTED_SIZE(0x000000000000014b, size);
  while (size < 4) co_await std::suspend_always{};
  if (size > 7) throwing();
  { ASSAY_INSERTED_RETURNS(0x000000000000014b); co_return size; ASSAY_INSERTED_END }
}

// Ends well with alternative 3, throws with 4, does not end with any other.
static Task typed(int index) { ASSAY_INSERTED_COROUTINE_GUARD(0x000000000000014c, "typed"); ASSAY_INSERTED_TYPE_INDEX(0x000000000000014c, index);
  while (index != 3 && index != 4) co_await std::suspend_always{};
  if (index == 4) throwing();
  { ASSAY_INSERTED_RETURNS(0x000000000000014c); co_return index; ASSAY_INSERTED_END }
}

static void runThrough(Task task) {
  while (!task.handle.done()) task.handle.resume();
}
static void begin(const Task& task) { task.handle.resume(); }

static void ends() {
  for (int i = 0; i < 100; ++i) {
    runThrough(returns(1));
    runThrough(returns(0));
    fallsOff();
    runThrough(throws());
    runThrough(throwsInReturn());
    runThrough(returnsFailure());
    begin(suspends());
    neverStarted();
  }
}

// Begun outside, or during unwinding, and brought to its end during unwinding.
struct Finishes {
  Task task;
  ~Finishes() {
    while (!task.handle.done()) task.handle.resume();
  }
};
static void unwinding() {
  for (int i = 0; i < 100; ++i) {
    try {
      const Finishes unbegun{returns(1)}, begun{returns(1)};
      begin(begun.task);
      throwing();
    } catch (const std::exception&) {
    }
  }
}

static void onOtherThreads() {
  std::vector<Task> tasks;
  for (int i = 0; i < 1000; ++i) {
    tasks.push_back(hops());
    tasks.push_back(hopsAndThrows());
  }
  std::vector<Task> dying;
  for (int i = 0; i < 1000; ++i) dying.push_back(hopsAndDies());
  for (const Task& task : tasks) begin(task);
  for (const Task& task : dying) begin(task);
  std::vector<std::thread> threads;
  for (unsigned first = 0; first < 4; ++first) {
    threads.emplace_back([&tasks, first] {
      for (std::size_t i = first; i < tasks.size(); i += 4) tasks[i].handle.resume();
    });
  }
  threads.emplace_back([&dying] { dying.clear(); });
  for (std::thread& thread : threads) thread.join();
}

static void sizes() {
  for (int i = 0; i < 10; ++i) {
    begin(sized(2));
    runThrough(sized(5));
    runThrough(sized(8));
  }
}

static void types() {
  for (int i = 0; i < 10; ++i) {
    begin(typed(2));
    runThrough(typed(3));
    runThrough(typed(4));
  }
}

static void acrossFork() {
  const pid_t parent = getpid();
  {
    Task first = returns(1), second = throws(), third = suspends();
    begin(first);
    begin(second);
    begin(third);
    const pid_t child = fork();
    runThrough(std::move(first));
    runThrough(std::move(second));
    if (child > 0) {
      int status = 0;
      if (waitpid(child, &status, 0) != child || status != 0) _exit(9);
    }
  }
  if (getpid() != parent) _exit(0);
}

// None of them is ever a call.
static void readMeanwhile() {
  std::atomic<bool> done(false);
  std::thread dying([&done] {
    for (int i = 0; i < 200000; ++i) begin(suspends());
    done = true;
  });
  while (!done)
    for (const assay::FunctionCounts& function : assay::snapshot().functions)
      if (function.calls != 0) _exit(8);
  dying.join();
}

int main(int, char** arguments) {
  const char* scenario = arguments[1];
  if (std::strcmp(scenario, "ends") == 0) ends();
  if (std::strcmp(scenario, "unwinding") == 0) unwinding();
  if (std::strcmp(scenario, "threads") == 0) onOtherThreads();
  if (std::strcmp(scenario, "snapshots") == 0) readMeanwhile();
  if (std::strcmp(scenario, "sizes") == 0) sizes();
  if (std::strcmp(scenario, "types") == 0) types();
  if (std::strcmp(scenario, "fork") == 0) acrossFork();
}
