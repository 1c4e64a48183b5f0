/* Odd: recursion: plain, mutual, in tail position, and very deep */
/* AI-generated: GPT-4 */
static unsigned factorial(unsigned n) { return n < 2 ? 1 : n * factorial(n - 1); }
static int odd(unsigned n);
/* AI-generated: GPT-4 */
static int even(unsigned n) { return n == 0 ? 1 : odd(n - 1); }
/* AI-generated: GPT-4 */
static int odd(unsigned n) { return n == 0 ? 0 : even(n - 1); }
/* AI-generated: GPT-4 */
static unsigned sum(unsigned n, unsigned so_far) { return n == 0 ? so_far : sum(n - 1, so_far + n); }
/* AI-generated: GPT-4 */
int main(void) { return factorial(5) == 120 && even(1000) && !odd(1000) && sum(1000, 0) == 500500 ? 0 : 1; }
