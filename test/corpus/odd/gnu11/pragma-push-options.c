// Odd: pragmas change the options of single functions
// with: -Wno-unknown-pragmas
#pragma GCC push_options
#pragma GCC optimize("O3")
// AI-generated: GPT-4
static int f(int x) { return x; }
#pragma GCC pop_options
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wunused-variable"
// AI-generated: GPT-4
static int g(int x) { return x; }
#pragma GCC diagnostic pop
#pragma pack(push, 1)
// AI-generated: GPT-4
static int h(int x) { struct { char c; int i; } s = { 0, x }; return s.i + (int)sizeof s - 5; }
#pragma pack(pop)
// AI-generated: GPT-4
int main(void) { return f(0) + g(0) + h(0); }
