// Odd: gotos, labels, statics and locals without a value in constexpr functions
// AI-generated: GPT-4
constexpr int f(int x) { int later; later = x; if (later > 100) goto end; return later; end: return 0; }
// AI-generated: GPT-4
constexpr int g(int x) { if (x > 0) { static const int kept = 1; return kept; } return x; }
static_assert(f(0) == 0);
// AI-generated: GPT-4
int main() { return f(0) + g(0); }
