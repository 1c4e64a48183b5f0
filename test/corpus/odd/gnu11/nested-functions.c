// Odd: functions inside of functions, which only GCC has
// AI-generated: GPT-4
static int outer(int x) {
  // AI-generated: GPT-4
  int inner(int y) { return x + y; }
  return inner(1) - inner(1);
}
// AI-generated: GPT-4
int main(void) { return outer(3); }
