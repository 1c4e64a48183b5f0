// Odd: statics of functions are built once, by whoever comes first
#include <thread>
static int built;
struct Once {
// AI-generated: GPT-4
  Once() { ++built; }
// AI-generated: GPT-4
  int get() const { return built; } };
// AI-generated: GPT-4
static Once& only() { static Once once; return once; }
// AI-generated: GPT-4
int main() { std::thread a([] { only(); }), b([] { only(); }); a.join(); b.join(); return only().get() - 1; }
