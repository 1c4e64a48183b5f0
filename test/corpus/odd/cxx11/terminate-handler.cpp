// Odd: a handler for what nobody catches
// with: exit 4
#include <cstdlib>
#include <exception>
// AI-generated: GPT-4
[[noreturn]] static void ended() { std::_Exit(4); }
// AI-generated: GPT-4
static void throws() { throw 1; }
// AI-generated: GPT-4
int main() { std::set_terminate(ended); throws(); }
