// Odd: deprecated functions that call each other
// AI-generated: GPT-4
[[deprecated]] static int old(int x) { return x; }
// AI-generated: GPT-4
[[deprecated("use f")]] static int older(int x) { return old(x); }
// AI-generated: GPT-4
int main() { return older(0); }
