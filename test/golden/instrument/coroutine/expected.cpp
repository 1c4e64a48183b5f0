#include <coroutine>
#include <assay/inserted.h> 
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

// AI-generated: GPT-4, 2024-01-15
Task run() { ASSAY_INSERTED_COROUTINE_GUARD(0x299f77a0517518cd, "run");
  { ASSAY_INSERTED_RETURNS(0x299f77a0517518cd); co_return; ASSAY_INSERTED_END }
}

int main() {
  run();
}
