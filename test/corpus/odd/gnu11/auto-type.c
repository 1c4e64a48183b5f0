// Odd: __auto_type, typeof of a function, and a type from a statement expression
// AI-generated: GPT-4
static int f(int x) { __auto_type y = x; return y; }
static typeof(f) g;
// AI-generated: GPT-4
static int g(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0) + g(0); }
