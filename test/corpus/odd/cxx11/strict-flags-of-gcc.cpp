// Odd: warnings that only GCC has
// with: -Werror -Wshadow -Wconversion -Wold-style-cast -Wuseless-cast -Wzero-as-null-pointer-constant -Wextra-semi -Wnoexcept -Wstrict-null-sentinel -Wsuggest-override
// AI-generated: GPT-4
static int f(int x) noexcept { const int y = x; return y; }
// AI-generated: GPT-4
int main() { return f(0); }
