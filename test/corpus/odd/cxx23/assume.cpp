// Odd: [[assume]] first in a body
// AI-generated: GPT-4
static int f(int x) { [[assume(x == 0)]]; return x; }
// AI-generated: GPT-4
constexpr int g(int x) { [[assume(x >= 0)]]; return x; }
// AI-generated: GPT-4
int main() { return f(0) + g(0); }
