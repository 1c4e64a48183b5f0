// Odd: undefined behaviour would end it
// with: -fsanitize=undefined -fno-sanitize-recover=all -fsanitize-trap=all -fno-sanitize=alignment
// AI-generated: GPT-4
static int f(int n) { int r = 0; for (int i = 0; i < n; ++i) r += i; return r; }
// AI-generated: GPT-4
int main(void) { return f(4) - 6; }
