// Odd: destructors that call tagged functions while an exception is under way
#include <cstdio>
#include <exception>
/* AI-generated: GPT-4 */
int during() { return std::uncaught_exception() ? 1 : 0; }
struct D {
  /* AI-generated: GPT-4 */
  ~D() { std::printf("%d\n", during()); }
};
/* AI-generated: GPT-4 */
void throws() { D d; throw 1; }
/* AI-generated: GPT-4 */
int main() { { D d; } try { throws(); } catch (int) {} return during(); }
