// Odd: the file begins with a byte order mark
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
int main() { return f(0); }
