// Odd: a file that is clean under everything that Clang has
// with: -Wconversion -Wmissing-prototypes -Wmissing-variable-declarations -Wunreachable-code -Wpadded -Wcast-align -Wdouble-promotion -Wformat=2 -Wnull-dereference -Werror
static int f(int x);
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0); }
