// Odd: setjmp, signals and variadics in C++
#include <csetjmp>
#include <csignal>
#include <cstdarg>
static std::jmp_buf place;
// AI-generated: GPT-4
extern "C" void handler(int) {}
// AI-generated: GPT-4
static void jumps(int x) { std::longjmp(place, x); }
// AI-generated: GPT-4
static int sum(int n, ...) { std::va_list l; va_start(l, n); int r = 0; while (n--) r += va_arg(l, int); va_end(l); return r; }
// AI-generated: GPT-4
int main() { std::signal(SIGUSR1, handler); std::raise(SIGUSR1); int x = setjmp(place); if (x == 0) jumps(3); return sum(2, x, -3); }
