// Odd: functions that become consteval because they call one
// AI-generated: GPT-4
consteval int id(int i) { return i; }
// AI-generated: GPT-4
template <class T> constexpr int f(T t) { return t + id(t); }
// AI-generated: GPT-4
constexpr char g(char c) { return c; }
static_assert(f(1) == 2);
// AI-generated: GPT-4
int main() { constexpr int r = f(0); return r + g(0); }
