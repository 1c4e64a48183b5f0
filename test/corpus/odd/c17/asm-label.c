// Odd: a function whose symbol has another name
extern int f(int x) __asm__("odd$name");
// AI-generated: GPT-4
int f(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0); }
