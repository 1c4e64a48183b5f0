// Odd: characters by their names, in braces
// with: -Werror
// AI-generated: GPT-4
static int f() { return "\N{LEFT CURLY BRACKET}"[0] - '\x{7b}'; }
// AI-generated: GPT-4
int main() { return f(); }
