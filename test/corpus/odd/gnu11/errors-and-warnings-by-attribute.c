// Odd: functions that may not be called, and are not
// AI-generated: GPT-4
__attribute__((error("never"))) int never(int x) { return x; }
// AI-generated: GPT-4
__attribute__((warning("rarely"))) int rarely(int x) { return x; }
// AI-generated: GPT-4
int main(void) { if (0) return never(1) + rarely(1); return 0; }
