// Odd: loops without end that nobody enters
// AI-generated: GPT-4
[[noreturn]] static void forever() { while (true); }
// AI-generated: GPT-4
static int f(int x) { if (x) forever(); return x; }
// AI-generated: GPT-4
int main() { return f(0); }
