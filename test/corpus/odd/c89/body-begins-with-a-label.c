/* Odd: the first thing in a body is a label */
/* AI-generated: GPT-4 */
int loop(int n) {
again:
  if (n > 3) { --n; goto again; }
  return n;
}
/* AI-generated: GPT-4 */
int main(void) { return loop(9) - 3; }
