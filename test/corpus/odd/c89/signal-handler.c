/* Odd: a function that runs as a signal handler */
#include <signal.h>
static volatile sig_atomic_t seen;
/* AI-generated: GPT-4 */
static void handle(int number) { seen = number; }
/* AI-generated: GPT-4 */
int main(void) {
  signal(SIGINT, handle);
  raise(SIGINT);
  return seen == SIGINT ? 0 : 1;
}
