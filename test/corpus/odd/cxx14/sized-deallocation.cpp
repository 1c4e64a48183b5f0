// Odd: operator delete with a size, and for arrays
#include <cstdlib>
#include <new>
static int freed;
// AI-generated: GPT-4
void* operator new[](std::size_t size) { return std::malloc(size); }
// AI-generated: GPT-4
void operator delete[](void* p) noexcept { ++freed; std::free(p); }
// AI-generated: GPT-4
void operator delete[](void* p, std::size_t) noexcept { ++freed; std::free(p); }
struct S {
// AI-generated: GPT-4
  ~S() {} };
// AI-generated: GPT-4
int main() { S* volatile s = new S[3]; int* volatile i = new int[2]; delete[] s; delete[] i; return freed - 2; }
