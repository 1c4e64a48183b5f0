// Odd: vectors and 128-bit integers as parameters
typedef int Four __attribute__((vector_size(16)));
// AI-generated: GPT-4
static Four add(Four a, Four b) { return a + b; }
// AI-generated: GPT-4
static unsigned __int128 big(__int128 x) { return (unsigned __int128)x << 64; }
// AI-generated: GPT-4
int main(void) { Four a = { 1, 2, 3, 4 }; Four r = add(a, -a); return r[3] + (int)big(1); }
