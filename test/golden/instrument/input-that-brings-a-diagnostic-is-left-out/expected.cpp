#include <assay/inserted.h> // A guard stays when a compiler comments on what it says of the input.
#include <vector>

class Old {
 public:
  [[deprecated("ask count()")]] int size() const { return size_; }
  bool empty() const { return size_ != 0; }

 private:
  int size_ = 0;
};

// AI-generated: GPT-4
const Old* deprecated(const Old& old) { ASSAY_INSERTED_GUARD(0x8f31346f032f7fca, "deprecated");
  const Old* found = &old;
  if (found->empty()) { ASSAY_INSERTED_FAILS(0x8f31346f032f7fca); return nullptr; ASSAY_INSERTED_END }
  return found;
}
// AI-generated: GPT-4
const void* fine(const std::vector<int>& items) { ASSAY_INSERTED_GUARD(0xef7916b6a5436674, "fine"); ASSAY_INSERTED_SIZE(0xef7916b6a5436674, items.size()); return &items; }

int main() { return deprecated({}) == fine({}); }
