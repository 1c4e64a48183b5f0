// Odd: any number of variables named _
// AI-generated: GPT-4
static int f(int x) { auto _ = x; int _ = 1; auto [_, y] = (int[2]){0, x}; return y; }
// AI-generated: GPT-4
int main() { int _ = 0; auto [a, _] = (int[2]){0, 1}; return f(0) + a; }
