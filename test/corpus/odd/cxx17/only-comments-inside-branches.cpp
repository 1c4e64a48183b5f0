#if 1
// Odd: every comment line stands inside of an #if
// AI-generated: GPT-4
static int f(int x) { return x; }
#endif
#if 1
// AI-generated: GPT-4
int main() { return f(0); }
#endif
