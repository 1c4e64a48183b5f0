// Odd: allocation functions, global and of a class
#include <cstdlib>
#include <new>
static int live;
/* AI-generated: GPT-4 */
void* operator new(std::size_t size) throw(std::bad_alloc) { ++live; if (void* p = std::malloc(size)) return p; throw std::bad_alloc(); }
/* AI-generated: GPT-4 */
void operator delete(void* p) throw() { if (p) --live; std::free(p); }
struct S {
  /* AI-generated: GPT-4 */
  static void* operator new(std::size_t size) { return ::operator new(size); }
  /* AI-generated: GPT-4 */
  static void operator delete(void* p) { ::operator delete(p); }
  /* AI-generated: GPT-4 */
  static void* operator new(std::size_t, void* at) { return at; }
  /* AI-generated: GPT-4 */
  static void operator delete(void*, void*) {}
  int x;
};
/* AI-generated: GPT-4 */
int main() { S* s = new S; int* i = new int(3); char raw[sizeof(S)]; new (raw) S; delete s; delete i; return live; }
