// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls with inputs of known sizes, each way a size is told; what it prints is the same with guards as
// without.
#include <coroutine>
#include <cstddef>
#include <cstdio>
#include <initializer_list>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace inputs {

class Key {
 public:
  explicit Key(std::size_t size) : size_(size) {}
  std::size_t size() const { return size_; }

 private:
  std::size_t size_;
};

/// Its own guard must not count what another one asks.
class Counted {
 public:
  explicit Counted(std::size_t size) : size_(size) {}
  // AI-generated: GPT-4, 2024-01-15
  std::size_t size() const { return size_; }

 private:
  std::size_t size_;
};

// AI-generated: GPT-4, 2024-01-15
std::size_t counted(const Counted& all) {
  return all.size();
}

// AI-generated: GPT-4, 2024-01-15
std::size_t taken(std::vector<int> items) {
  return items.size();
}

// AI-generated: GPT-4, 2024-01-15
std::size_t borrowed(const std::string& text) {
  if (text.size() == 3) throw std::runtime_error("three");
  return text.size();
}

// AI-generated: GPT-4, 2024-01-15
void grown(std::map<int, int>& all) {
  all[static_cast<int>(all.size())] = 1;
}

// AI-generated: GPT-4, 2024-01-15
std::size_t moved(std::string&& text) {
  const std::string own = std::move(text);
  return own.size();
}

// AI-generated: GPT-4, 2024-01-15
std::size_t pointed(const std::string* text) {
  return text == nullptr ? 99 : text->size();
}

// AI-generated: GPT-4, 2024-01-15
std::size_t owned(std::unique_ptr<std::string> text) {
  return text == nullptr ? 99 : text->size();
}

// AI-generated: GPT-4, 2024-01-15
std::size_t ours(const Key& key) {
  return key.size();
}

// AI-generated: GPT-4, 2024-01-15
template <class T>
std::size_t pattern(const std::vector<T>& items) {
  return items.size();
}

// AI-generated: GPT-4, 2024-01-15
int sum(const int* first, const int* last) {
  return first == last ? 0 : *first + sum(first + 1, last) % 100000 * 2;
}

// AI-generated: GPT-4, 2024-01-15
constexpr int constant(const char* data, int size) {
  int total = 0;
  for (int i = 0; i < size; ++i) total += data[i];
  return total;
}
static_assert(constant("\1\2", 2) == 3);

// AI-generated: GPT-4, 2024-01-15
int handled(std::string_view text) try { return text.at(2); } catch (const std::out_of_range&) {
  return -1;
}

// AI-generated: GPT-4, 2024-01-15, size: rounds
int asked(const std::string& text, int rounds) {
  return static_cast<int>(text.size()) + rounds;
}

// AI-generated: GPT-4, 2024-01-15, size: none
std::size_t unasked(const std::string& text) {
  return text.size();
}

struct Task {
  struct promise_type {
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
};

// AI-generated: GPT-4, 2024-01-15
Task later(std::string text, const std::string& gone) {
  std::printf("%s\n", text.c_str());
  static_cast<void>(gone);
  co_return;
}

}  // namespace inputs

int main() {
  using namespace inputs;
  std::size_t total = 0;
  for (const int size : {0, 1, 2, 3, 4, 7, 8, 1000}) {
    const std::string text(static_cast<std::size_t>(size), 'x');
    total += taken(std::vector<int>(static_cast<std::size_t>(size)));
    try {
      total += borrowed(text);
    } catch (const std::runtime_error&) {
      ++total;
    }
    total += moved(std::string(text)) + pointed(&text) + pointed(nullptr) +
             owned(std::make_unique<std::string>(text)) + owned(nullptr);
    total += counted(Counted(text.size())) + ours(Key(text.size())) + pattern(std::vector<int>(text.size())) +
             pattern(std::vector<char>(text.size()));
    total +=
        static_cast<std::size_t>(constant(text.data(), size)) + static_cast<std::size_t>(handled(text) + 1);
    total += static_cast<std::size_t>(asked(text, size - 2) + 2) + unasked(text);
    const Task task = later(text, std::string("temporary"));
    task.handle.resume();
    task.handle.destroy();
  }
  std::map<int, int> all;
  for (int i = 0; i < 5; ++i) grown(all);
  const int numbers[] = {1, 2, 3};
  std::printf("%zu %d\n", total, sum(numbers, numbers + 3));
  return 0;
}
