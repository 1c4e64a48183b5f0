/* Odd: a body that is all declarations before its first statement */
/* AI-generated: GPT-4 */
int sum(void) {
  typedef int Number;
  struct Pair { Number a, b; } pair = { 1, 2 };
  enum { Three = 3 };
  extern int outside;
  static Number kept = 4;
  Number array[2] = { 5, 6 };
  return pair.a + pair.b + Three + outside + kept + array[0] + array[1];
}
int outside = 7;
/* AI-generated: GPT-4 */
int main(void) { return sum() == 28 ? 0 : 1; }
