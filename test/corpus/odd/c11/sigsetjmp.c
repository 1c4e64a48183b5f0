// Odd: a handler jumps out of a tagged function
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <signal.h>
static sigjmp_buf place;
// AI-generated: GPT-4
static void jumps(int number) { siglongjmp(place, number); }
// AI-generated: GPT-4
static void raises(void) { raise(SIGUSR1); }
// AI-generated: GPT-4
int main(void) { signal(SIGUSR1, jumps); int n = sigsetjmp(place, 1); if (n == 0) { raises(); return 1; } return n == SIGUSR1 ? 0 : 2; }
