#include "handlers.h"

/* By a function and by a table of the program's own. */
static void install(int number, void (*handler)(int)) { signal(number, handler); }
static const struct { int number; void (*handler)(int); } kHandlers[] = {{SIGUSR1, onUser}};

int main(void) {
  struct sigaction action = {0};
  action.sa_sigaction = onChild;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGCHLD, &action, NULL);
  signal(SIGTERM, onTerm);
  install(SIGHUP, onHangUp);
  install(kHandlers[0].number, kHandlers[0].handler);
  return onTermination(0);
}
