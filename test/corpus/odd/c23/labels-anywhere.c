// Odd: labels before declarations and at the end of a block
// AI-generated: GPT-4
static int f(int x) { if (x) goto end; start: int y = x; if (y) goto start; return y; end: }
// AI-generated: GPT-4
int main(void) { return f(0); }
