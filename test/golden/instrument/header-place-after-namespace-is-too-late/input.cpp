#include <cstddef>
namespace a {

// AI-generated: GPT-4, 2024-01-15
std::size_t size() { return 0; }
}  // namespace a


int main() {
  return static_cast<int>(a::size());
}
