// Odd: functions that are called through a table only
// AI-generated: GPT-4
static int add(int a, int b) { return a + b; }
// AI-generated: GPT-4
static int sub(int a, int b) { return a - b; }
static int (*const table[])(int, int) = { ['+'] = add, ['-'] = sub };
// AI-generated: GPT-4
int main(void) { return table['+'](1, 2) - table['-'](5, 2); }
