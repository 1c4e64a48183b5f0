// Odd: namespaces in one line, nodiscard types, fallthrough
namespace a::b::inline_ { struct [[nodiscard]] Result { int code; };
// AI-generated: GPT-4
Result run(int x) { switch (x) { case 0: [[fallthrough]]; case 1: return {0}; default: return {1}; } } }
// AI-generated: GPT-4
[[nodiscard, maybe_unused]] static int unused() { return 0; }
// AI-generated: GPT-4
int main() { return a::b::inline_::run(0).code; }
