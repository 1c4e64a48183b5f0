/* AI-generated: GPT-4 */ static int f(int x) { return x; } // Odd: the tag stands right behind the mark
// AI-generated: GPT-4
int main() { return f(0); }
