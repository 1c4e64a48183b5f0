// A guard stays when a compiler comments on what it says of the input.
#include <vector>

class Old {
 public:
  [[deprecated("ask count()")]] int size() const { return size_; }
  bool empty() const { return size_ != 0; }

 private:
  int size_ = 0;
};

// AI-generated: GPT-4
const Old* deprecated(const Old& old) {
  const Old* found = &old;
  if (found->empty()) return nullptr;
  return found;
}
// AI-generated: GPT-4
const void* fine(const std::vector<int>& items) { return &items; }

int main() { return deprecated({}) == fine({}); }
