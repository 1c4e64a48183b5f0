// Odd: results that travel in odd registers
typedef float V __attribute__((vector_size(16)));
// AI-generated: GPT-4
static V add(V a, V b) { return a + b; }
// AI-generated: GPT-4
static _Complex double c(_Complex double x) { return x; }
// AI-generated: GPT-4
static long double l(long double x) { return x; }
// AI-generated: GPT-4
static __int128 i(__int128 x) { return x; }
// AI-generated: GPT-4
int main() { V v = {1, 2, 3, 4}; return int(add(v, -v)[0]) + int(__real__ c(0)) + int(l(0)) + int(i(0)); }
