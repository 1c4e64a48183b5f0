// Odd: __PRETTY_FUNCTION__ and __func__ inside of templates and lambdas
#include <cstdio>
#include <cstring>
// AI-generated: GPT-4
template <class T> static const char* pretty(T) { return __PRETTY_FUNCTION__; }
// AI-generated: GPT-4
static bool plain() { auto f = [] { return __func__; }; return std::strcmp(__func__, "plain") == 0 && std::strcmp(f(), "operator()") == 0; }
// AI-generated: GPT-4
int main() { std::puts(pretty(1)); return plain() ? 0 : 1; }
