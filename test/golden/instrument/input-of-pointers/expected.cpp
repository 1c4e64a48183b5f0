#include <assay/inserted.h> // Pointers to what has a size may be null.
#include <memory>
#include <optional>
#include <string>
#include <vector>

// AI-generated: GPT-4
int raw(const std::vector<int>* items) { ASSAY_INSERTED_GUARD(0xda684124fbca3faa, "raw"); ASSAY_INSERTED_SIZE_IF(0xda684124fbca3faa, items, items->size()); return items != nullptr ? items->front() : 0; }
// AI-generated: GPT-4
int mutableRaw(std::string* text) { ASSAY_INSERTED_GUARD(0xac60f592e4895161, "mutableRaw"); ASSAY_INSERTED_SIZE_IF(0xac60f592e4895161, text, text->size()); return text != nullptr && text->empty(); }
// AI-generated: GPT-4
__attribute__((nonnull)) int never(const std::string* text) { ASSAY_INSERTED_GUARD(0xbcde3f1a6ad63cb2, "never"); ASSAY_INSERTED_SIZE_IF(0xbcde3f1a6ad63cb2, text, text->size()); return text->empty(); }
// AI-generated: GPT-4
int owned(std::unique_ptr<std::string> text) { ASSAY_INSERTED_GUARD(0xd3bd0f26f4ffa26e, "owned"); ASSAY_INSERTED_SIZE_IF(0xd3bd0f26f4ffa26e, text, text->size()); return text != nullptr; }
// AI-generated: GPT-4
int shared(const std::shared_ptr<const std::string>& text) { ASSAY_INSERTED_GUARD(0xd4c0a5495171d9cd, "shared"); ASSAY_INSERTED_SIZE_IF(0xd4c0a5495171d9cd, text, text->size()); return text != nullptr; }
// AI-generated: GPT-4
int perhaps(const std::optional<std::string>& text) { ASSAY_INSERTED_GUARD(0x081c7c651bce4dc7, "perhaps"); ASSAY_INSERTED_SIZE_IF(0x081c7c651bce4dc7, text, text->size()); return text.has_value(); }
// AI-generated: GPT-4
int twice(std::string** texts) { ASSAY_INSERTED_GUARD(0x6dcec3f6eba4f594, "twice"); return texts != nullptr; }
struct Counter {
  // AI-generated: GPT-4
  int add(const std::vector<int>* items) { ASSAY_INSERTED_GUARD(0xe4cc6ade35f5a5ab, "Counter::add"); ASSAY_INSERTED_SIZE_IF(0xe4cc6ade35f5a5ab, items, items->size()); return this->sum += items != nullptr && items->empty(); }
  int sum = 0;
};

int main() {
  const std::string text = "abc";
  const std::vector<int> items = {1, 2};
  Counter counter;
  return raw(nullptr) + raw(&items) + mutableRaw(nullptr) + never(&text) + owned(nullptr) + shared(nullptr) + perhaps({}) +
         perhaps(text) + twice(nullptr) + counter.add(nullptr);
}
