// Odd: the types of parameters are taken from expressions
// AI-generated: GPT-4
static typeof(0) f(typeof(1) x) { auto y = x; typeof_unqual(y) z = y; return z; }
// AI-generated: GPT-4
int main(void) { return f(0); }
