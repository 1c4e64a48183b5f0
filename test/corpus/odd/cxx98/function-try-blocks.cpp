// Odd: function-try-blocks of functions, constructors and destructors
#include <cstdio>
/* AI-generated: GPT-4 */
int thrower(int x) { if (x) throw x; return 0; }
/* AI-generated: GPT-4 */
int plain(int x) try { return thrower(x); } catch (int e) { return -e; } catch (...) { return 99; }
struct Base {
  /* AI-generated: GPT-4 */
  Base(int x) { thrower(x); }
};
struct Derived : Base {
  /* AI-generated: GPT-4 */
  Derived(int x) try : Base(x), y(x) { thrower(y); } catch (int e) { std::printf("caught %d\n", e); }
  /* AI-generated: GPT-4 */
  ~Derived() try { thrower(0); } catch (int) { std::puts("never"); }
  int y;
};
/* AI-generated: GPT-4 */
int main() try {
  int r = plain(3) + 3;
  Derived fine(0);
  try { Derived broken(4); } catch (int e) { std::printf("again %d\n", e); }
  return r;
} catch (...) { return 1; }
