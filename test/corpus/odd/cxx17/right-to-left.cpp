// Odd: text that runs from right to left in comments and strings
// AI-generated: GPT-4, prompt: "שלום"
static int f(int x) { /* שלום { */ return x + ("مرحبا"[0] == 0); }
// AI-generated: GPT-4
int main() { return f(0); }
