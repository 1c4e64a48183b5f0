// Odd: branches by #elifdef around heads and bodies
#ifdef NEVER
// AI-generated: GPT-4
static int f(int x) { return x + 1; }
#elifndef NEVER
// AI-generated: GPT-4
static int f(int x) { return x; }
#else
// AI-generated: GPT-4
static int f(int x) { return x + 2; }
#endif
// AI-generated: GPT-4
int main() { return f(0); }
