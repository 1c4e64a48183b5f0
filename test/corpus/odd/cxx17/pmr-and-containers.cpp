// Odd: tagged functions as comparators, hashers and allocators
#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>
struct Backwards {
// AI-generated: GPT-4
  bool operator()(int a, int b) const { return a > b; } };
template <class T> struct Arena {
  using value_type = T;
  Arena() = default;
  // AI-generated: GPT-4
  template <class U> Arena(const Arena<U>&) {}
  // AI-generated: GPT-4
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T))); }
  // AI-generated: GPT-4
  void deallocate(T* p, std::size_t) { ::operator delete(p); }
  // AI-generated: GPT-4
  friend bool operator==(Arena, Arena) { return true; }
  // AI-generated: GPT-4
  friend bool operator!=(Arena, Arena) { return false; }
};
// AI-generated: GPT-4
int main() { std::set<int, Backwards, Arena<int>> s{1, 2, 3}; std::vector<int, Arena<int>> v(s.begin(), s.end()); std::sort(v.begin(), v.end()); return *s.begin() - 3 + v[0] - 1; }
