// Odd: a named module with a global module fragment
// The fragment below is where includes may stand.
module;

#include <cstddef>
export module odd;
// AI-generated: GPT-4
export int f(int x) { return x; }
// AI-generated: GPT-4
static std::size_t g(std::size_t x) { return x; }
export {
// AI-generated: GPT-4
inline int h(int x) { return x + int(g(0)); } }
