// Pointers to what has a size may be null.
#include <memory>
#include <optional>
#include <string>
#include <vector>

// AI-generated: GPT-4
int raw(const std::vector<int>* items) { return items != nullptr ? items->front() : 0; }
// AI-generated: GPT-4
int mutableRaw(std::string* text) { return text != nullptr && text->empty(); }
// AI-generated: GPT-4
__attribute__((nonnull)) int never(const std::string* text) { return text->empty(); }
// AI-generated: GPT-4
int owned(std::unique_ptr<std::string> text) { return text != nullptr; }
// AI-generated: GPT-4
int shared(const std::shared_ptr<const std::string>& text) { return text != nullptr; }
// AI-generated: GPT-4
int perhaps(const std::optional<std::string>& text) { return text.has_value(); }
// AI-generated: GPT-4
int twice(std::string** texts) { return texts != nullptr; }
struct Counter {
  // AI-generated: GPT-4
  int add(const std::vector<int>* items) { return this->sum += items != nullptr && items->empty(); }
  int sum = 0;
};

int main() {
  const std::string text = "abc";
  const std::vector<int> items = {1, 2};
  Counter counter;
  return raw(nullptr) + raw(&items) + mutableRaw(nullptr) + never(&text) + owned(nullptr) + shared(nullptr) + perhaps({}) +
         perhaps(text) + twice(nullptr) + counter.add(nullptr);
}
