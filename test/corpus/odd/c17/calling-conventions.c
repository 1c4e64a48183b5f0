// Odd: functions of other calling conventions
// AI-generated: GPT-4
__attribute__((ms_abi)) static int f(int a, int b, int c, int d, int e) { return a + b + c + d - e; }
// AI-generated: GPT-4
__attribute__((sysv_abi)) static int g(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(1, 1, 1, 1, 4) + g(0); }
