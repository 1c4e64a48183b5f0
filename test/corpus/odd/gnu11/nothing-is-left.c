// Odd: no file can be opened any more
#include <sys/resource.h>
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
int main(void) { struct rlimit none = { 3, 3 }; setrlimit(RLIMIT_NOFILE, &none); return f(0); }
