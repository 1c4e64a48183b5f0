// Odd: the file ends with a brace
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
int main() { return f(0); }