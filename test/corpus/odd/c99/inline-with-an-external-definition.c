// Odd: an inline function that one declaration makes external
// AI-generated: GPT-4
inline int f(int x) { return x; }
extern inline int f(int x);
// AI-generated: GPT-4
static inline int g(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0) + g(0); }
