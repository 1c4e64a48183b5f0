// Odd: structs and unions without a name
struct Value { int kind; union { int i; struct { short low, high; }; }; };
// AI-generated: GPT-4
static struct Value value(int i) { return (struct Value){ .kind = 1, .i = i }; }
// AI-generated: GPT-4
int main(void) { return value(5).low - 5; }
