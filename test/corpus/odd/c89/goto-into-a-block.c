/* Odd: jumps into and out of blocks, backwards too */
/* AI-generated: GPT-4 */
int steps(int n) {
  int count = 0;
  goto inside;
  {
  inside:
    ++count;
    if (count < n) goto inside;
  }
  if (count == n) goto end;
  count = -1;
end:
  return count;
}
/* AI-generated: GPT-4 */
int main(void) { return steps(3) - 3; }
