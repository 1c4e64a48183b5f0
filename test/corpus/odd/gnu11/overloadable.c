// Odd: functions of one name in C
// AI-generated: GPT-4
__attribute__((overloadable)) static int f(int x) { return x; }
// AI-generated: GPT-4
__attribute__((overloadable)) static int f(double x) { return (int)x; }
// AI-generated: GPT-4
int main(void) { return f(0) + f(0.5); }
