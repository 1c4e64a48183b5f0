#include <vector>

namespace n {
// AI-generated: GPT-4
int count(const std::vector<int>& values) {
  return static_cast<int>(values.size());
}
}  // namespace n
