// Odd: a nested function jumps out into its parent
// AI-generated: GPT-4
static int outer(int x) {
  __label__ failed;
  auto void check(int y);
  // AI-generated: GPT-4
  void check(int y) { if (y > 2) goto failed; }
  check(x);
  return 0;
failed:
  return 5;
}
// AI-generated: GPT-4
int main(void) { return outer(1) + outer(3) - 5; }
