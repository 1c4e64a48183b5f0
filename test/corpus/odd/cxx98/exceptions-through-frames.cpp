// Odd: exceptions through frames with and without objects
#include <stdexcept>
#include <cstdio>
struct Says { const char* what;
/* AI-generated: GPT-4 */
  explicit Says(const char* w) : what(w) {}
/* AI-generated: GPT-4 */
  ~Says() { std::puts(what); } };
/* AI-generated: GPT-4 */
void inner(int x) { Says says("inner"); if (x == 0) throw std::runtime_error("zero"); }
/* AI-generated: GPT-4 */
void middle(int x) { inner(x); }
/* AI-generated: GPT-4 */
int outer(int x) { Says says("outer"); try { middle(x); } catch (const std::exception& e) { std::puts(e.what()); throw; } return 1; }
/* AI-generated: GPT-4 */
int main() { try { return outer(0); } catch (const std::runtime_error&) { return 0; } }
