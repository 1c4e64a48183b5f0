// Odd: where a function stands, as the compiler tells it
#include <cstdio>
#include <source_location>
// AI-generated: GPT-4
static unsigned line(std::source_location here = std::source_location::current()) { return here.line(); }
// AI-generated: GPT-4
static const char* name() { return std::source_location::current().function_name(); }
// AI-generated: GPT-4
int main() { char8_t c = u8'{'; std::printf("%u %s %d\n", line(), name(), int(c)); return 0; }
