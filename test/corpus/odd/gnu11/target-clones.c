// Odd: one body, compiled for several processors
// AI-generated: GPT-4
__attribute__((target_clones("default", "avx2"))) int f(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0); }
