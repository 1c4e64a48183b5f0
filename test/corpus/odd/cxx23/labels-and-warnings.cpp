// Odd: labels at the end of a body, #warning and #elifdef
// AI-generated: GPT-4
static void f(int x) { if (x) goto end; x = 1; end: }
#ifdef NEVER
#elifndef NEVER
// AI-generated: GPT-4
static int g(int x) { f(x); return x; }
#endif
// AI-generated: GPT-4
int main() { return g(0); }
