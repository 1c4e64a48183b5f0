// Odd: a function of many labels, most of which fall through
// AI-generated: GPT-4
static int f(int x) { int r = 0; switch (x) { case 0: r += 1; case 1: r += 2; case 2: { case 3: r += 4; } default: r += 8; } return r; }
// AI-generated: GPT-4
int main(void) { return f(0) - 15 + f(3) - 12; }
