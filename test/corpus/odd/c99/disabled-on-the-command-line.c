// Odd: built with -DASSAY_DISABLE
// with: -DASSAY_DISABLE
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
int main(void) { int r = f(0); { int inner = r; return inner; } }
