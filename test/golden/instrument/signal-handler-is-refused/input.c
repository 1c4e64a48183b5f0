#include <signal.h>

static volatile sig_atomic_t seen;

/* AI-generated: GPT-4, 2024-01-15 */
static void handler(int number) {
  seen = number;
}

int main(void) {
  signal(SIGUSR1, handler);
  raise(SIGUSR1);
  return seen == SIGUSR1 ? 0 : 1;
}
