// Odd: [[ ]] before, between and behind the words of a head
// AI-generated: GPT-4
[[nodiscard]] static int f([[maybe_unused]] int x) { return 0; }
// AI-generated: GPT-4
[[maybe_unused, gnu::noinline]] static int g [[gnu::cold]] (int x) { return x; }
// AI-generated: GPT-4
[[deprecated("because")]] [[maybe_unused]] static int h(int x) { switch (x) { case 0: x = 1; [[fallthrough]]; default: return x; } }
// AI-generated: GPT-4
int main(void) { return f(0) + g(0); }
