// Odd: constexpr functions with loops and locals, used where a constant is needed
// AI-generated: GPT-4
constexpr int sum(int n) { int r = 0; for (int i = 0; i < n; ++i) r += i; return r; }
struct Stack {
  int items[4] = {}, count = 0;
  // AI-generated: GPT-4
  constexpr void push(int x) { items[count++] = x; }
  // AI-generated: GPT-4
  constexpr int top() const { return items[count - 1]; }
};
// AI-generated: GPT-4
constexpr int use() { Stack s; s.push(1); s.push(2); return s.top(); }
static_assert(sum(4) == 6 && use() == 2, "");
// AI-generated: GPT-4
int main() { volatile int n = 4; return sum(n) - 6 + use() - 2; }
