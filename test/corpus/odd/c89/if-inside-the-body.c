/* Odd: braces open in one branch and close in another */
/* AI-generated: GPT-4 */
int f(int x) {
#if defined(NEVER)
  if (x) {
#else
  if (!x) {
#endif
    x = 5;
  }
#if 0
  { { {
#endif
  return x;
}
/* AI-generated: GPT-4 */
int main(void) { return f(0) - 5; }
