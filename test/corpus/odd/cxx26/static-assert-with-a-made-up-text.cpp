// Odd: assertions whose text is computed
struct Text {
// AI-generated: GPT-4
  constexpr const char* data() const { return "text"; }
// AI-generated: GPT-4
  constexpr unsigned long size() const { return 4; } };
// AI-generated: GPT-4
static int f(int x) { static_assert(sizeof(x) > 0, Text()); return x; }
// AI-generated: GPT-4
int main() { return f(0); }
