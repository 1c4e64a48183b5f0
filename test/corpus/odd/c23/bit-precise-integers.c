// Odd: parameters of type _BitInt
// AI-generated: GPT-4
static unsigned _BitInt(7) f(_BitInt(7) x) { return (unsigned _BitInt(7))x; }
// AI-generated: GPT-4
int main() { return (int)f(0); }
