// Odd: _Pragma at the start of a body and in a macro
#define QUIETLY(body) _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wunused-variable\"") body _Pragma("GCC diagnostic pop")
QUIETLY(
// AI-generated: GPT-4
static int f(int x) { int unused; return x; }
)
// AI-generated: GPT-4
static int g(int x) { _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wunused-variable\"") int unused; _Pragma("GCC diagnostic pop") return x; }
// AI-generated: GPT-4
int main(void) { return f(0) + g(0); }
