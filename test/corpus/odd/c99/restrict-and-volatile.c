// Odd: qualifiers of every kind on parameters and results
// AI-generated: GPT-4
static volatile int *restrict chosen(volatile int *restrict a, const volatile int *b) { *a += *b; return a; }
// AI-generated: GPT-4
int main(void) { volatile int a = 1; const volatile int b = -1; return *chosen(&a, &b); }
