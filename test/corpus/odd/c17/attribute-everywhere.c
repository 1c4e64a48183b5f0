// Odd: attributes at each place where GCC takes them
/* AI-generated: GPT-4 */
__attribute__((noinline)) static int __attribute__((unused)) a(int x __attribute__((unused))) { return 0; }
/* AI-generated: GPT-4 */
static __attribute__((warn_unused_result)) int __attribute__((noinline)) b(int x) { return x; }
static int c(int x) __attribute__((noinline, noclone));
/* AI-generated: GPT-4 */
static int c(int x) { return x; }
/* AI-generated: GPT-4 */
static int *__attribute__((noinline)) d(int *x) { return x; }
/* AI-generated: GPT-4 */
int main(void) { int x = 0; return a(0) + b(0) + c(0) + *d(&x); }
