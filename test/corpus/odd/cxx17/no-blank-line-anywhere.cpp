static int f(int x) { /* AI-generated: GPT-4 */ return x; } // Odd: no line begins with a comment and none is blank
int main() { /* AI-generated: GPT-4 */ return f(0); }
