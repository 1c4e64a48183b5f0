// Odd: attributes of C++20 on statements and members
struct Empty {
// AI-generated: GPT-4
  int f() const { return 0; } };
struct S { [[no_unique_address]] Empty e; int x;
// AI-generated: GPT-4
  int f() const { if (x) [[unlikely]] return 1; else [[likely]] { return e.f(); } } };
// AI-generated: GPT-4
int main() { S s{{}, 0}; return s.f(); }
