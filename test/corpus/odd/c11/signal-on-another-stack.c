// Odd: a handler runs on a stack of its own
#define _GNU_SOURCE
#include <signal.h>
#include <stdlib.h>
static volatile sig_atomic_t seen;
// AI-generated: GPT-4
static void handler(int number, siginfo_t *info, void *context) { (void)info; (void)context; seen = number; }
// AI-generated: GPT-4
static int install(void) {
  stack_t stack = { .ss_sp = malloc(65536), .ss_size = 65536 };
  struct sigaction action = { .sa_flags = SA_ONSTACK | SA_SIGINFO };
  action.sa_sigaction = handler;
  return sigaltstack(&stack, 0) + sigaction(SIGUSR1, &action, 0);
}
// AI-generated: GPT-4
int main(void) { int r = install(); raise(SIGUSR1); return r + (seen != SIGUSR1); }
