// Odd: hidden, internal, protected and default functions
// with: -fvisibility=hidden -fPIC
// AI-generated: GPT-4
__attribute__((visibility("hidden"))) int a(int x) { return x; }
// AI-generated: GPT-4
__attribute__((visibility("protected"))) int b(int x) { return x; }
// AI-generated: GPT-4
__attribute__((visibility("default"))) int c(int x) { return x; }
#pragma GCC visibility push(internal)
// AI-generated: GPT-4
int d(int x) { return x; }
#pragma GCC visibility pop
// AI-generated: GPT-4
int main(void) { return a(0) + b(0) + c(0) + d(0); }
