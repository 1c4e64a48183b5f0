// Odd: iterators whose operators are tagged
struct Range {
  struct It { int i;
// AI-generated: GPT-4
    int operator*() const { return i; }
// AI-generated: GPT-4
    It& operator++() { ++i; return *this; }
// AI-generated: GPT-4
    bool operator!=(It o) const { return i != o.i; } };
  // AI-generated: GPT-4
  It begin() const { return {0}; }
  // AI-generated: GPT-4
  It end() const { return {4}; }
};
// AI-generated: GPT-4
int main() { int r = 0; for (int i : Range()) r += i; return r - 6; }
