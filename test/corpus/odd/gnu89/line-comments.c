/* Odd: line comments in gnu89 */
// AI-generated: GPT-4
static int f(x) int x; { return x; } // }
// AI-generated: GPT-4
int main() { return f(0); }
