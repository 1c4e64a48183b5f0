// Odd: operator new with an alignment
#include <cstdlib>
#include <new>
static int aligned;
// AI-generated: GPT-4
void* operator new(std::size_t size, std::align_val_t a) { ++aligned; return std::aligned_alloc(std::size_t(a), (size + std::size_t(a) - 1) / std::size_t(a) * std::size_t(a)); }
// AI-generated: GPT-4
void operator delete(void* p, std::align_val_t) noexcept { std::free(p); }
// AI-generated: GPT-4
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
struct alignas(64) S { char c = 0; };
// AI-generated: GPT-4
int main() { S* s = new S; int r = s->c; delete s; return r + aligned - 1; }
