// Odd: a resolver that runs before the program is relocated
// AI-generated: GPT-4
static int plain(int x) { return x; }
typedef int Function(int);
// AI-generated: GPT-4
static Function *resolve(void) { return plain; }
int chosen(int x) __attribute__((ifunc("resolve")));
// AI-generated: GPT-4
int main(void) { return chosen(0); }
