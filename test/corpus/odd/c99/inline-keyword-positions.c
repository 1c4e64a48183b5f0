// Odd: specifiers in any order
// AI-generated: GPT-4
int static inline f(int x) { return x; }
// AI-generated: GPT-4
long inline unsigned static int long g(void) { return 0; }
// AI-generated: GPT-4
int main(void) { return f(0) + (int)g(); }
