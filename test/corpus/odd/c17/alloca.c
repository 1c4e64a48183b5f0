// Odd: memory of the frame itself
#include <alloca.h>
#include <string.h>
// AI-generated: GPT-4
static int f(int n) { char *p = alloca((size_t)n); memset(p, 1, (size_t)n); return p[n - 1]; }
// AI-generated: GPT-4
int main(void) { return f(100) - 1; }
