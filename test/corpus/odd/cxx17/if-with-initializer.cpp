// Odd: declarations in if and switch
// AI-generated: GPT-4
static int f(int x) { if (int y = x; y) return y; else if (auto z = [&] { return y; }(); !z) return z; switch (int w = x; w) { default: return w; } }
// AI-generated: GPT-4
int main() { return f(0); }
