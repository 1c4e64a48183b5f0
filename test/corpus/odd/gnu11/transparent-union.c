// Odd: a parameter that is a transparent union
typedef union { int *i; float *f; } Any __attribute__((transparent_union));
// AI-generated: GPT-4
static int f(Any any) { return *any.i; }
// AI-generated: GPT-4
int main(void) { int i = 0; return f(&i); }
