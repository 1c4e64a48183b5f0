// Odd: [[ ]] at all places of a head, alignas among them
[[noreturn]] void leave();
// AI-generated: GPT-4
[[noreturn]] void leave() { throw 0; }
// AI-generated: GPT-4
[[gnu::noinline]] static int f [[gnu::cold]] (int x [[gnu::unused]]) { return 0; }
// AI-generated: GPT-4
static int [[]] g(int x) { alignas(32) int y = x; return y; }
// AI-generated: GPT-4
alignas(16) static int aligned = [] { return 0; }();
// AI-generated: GPT-4
int main() { try { leave(); } catch (int) { return f(0) + g(0) + aligned; } }
