// Odd: deleted functions that say why
// AI-generated: GPT-4
static void old() = delete("use f");
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
int main() { return f(0); }
