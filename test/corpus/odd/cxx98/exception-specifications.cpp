// Odd: throw() and throw(int) behind the parameters
#include <exception>
/* AI-generated: GPT-4 */
int none(int x) throw() { return x; }
/* AI-generated: GPT-4 */
int some(int x) throw(int) { if (x) throw x; return 0; }
struct S {
  /* AI-generated: GPT-4 */
  int f() const volatile throw() { return 0; }
  /* AI-generated: GPT-4 */
  virtual ~S() throw() {}
};
/* AI-generated: GPT-4 */
int main() { S s; int r = 1; try { some(1); } catch (int) { r = 0; } return r + none(0) + s.f(); }
