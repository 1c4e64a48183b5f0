// Odd: _Generic chooses among tagged functions
// AI-generated: GPT-4
static int of_int(int x) { return x; }
// AI-generated: GPT-4
static int of_double(double x) { return (int)x + 1; }
#define OF(x) _Generic((x), int: of_int, double: of_double)(x)
// AI-generated: GPT-4
int main(void) { return OF(0) + OF(-1.0); }
