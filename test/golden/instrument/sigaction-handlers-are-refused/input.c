/* Handlers that sigaction() is given, in each of the ways. */
#define _GNU_SOURCE
#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t seen;

/* AI-generated: GPT-4, 2024-01-15 */
static void assigned(int number) { seen = number; }
/* AI-generated: GPT-4, 2024-01-15 */
static void informed(int number, siginfo_t* info, void* context) { (void)info; (void)context; seen = number; }
/* AI-generated: GPT-4, 2024-01-15 */
static void designated(int number) { seen = number; }
/* AI-generated: GPT-4, 2024-01-15 */
static void first(int number) { seen = number; }
/* AI-generated: GPT-4, 2024-01-15 */
static void chosen(int number) { seen = number; }
/* AI-generated: GPT-4, 2024-01-15 */
static void other(int number) { seen = number; }
/* AI-generated: GPT-4, 2024-01-15 */
static int works(const struct sigaction* action) {
  if (sigaction(SIGUSR1, action, NULL) != 0) return 0;
  seen = 0;
  raise(SIGUSR1);
  return seen == SIGUSR1;
}

int main(int count, char** arguments) {
  struct sigaction one = {{0}}, two = {{0}};
  const struct sigaction three = {.sa_flags = SA_RESTART, .sa_handler = designated};
  const struct sigaction four = {{first}, {{0}}, 0, NULL};
  struct sigaction five = {{0}};
  (void)arguments;
  one.sa_handler = assigned;
  two.sa_sigaction = informed;
  two.sa_flags = SA_SIGINFO;
  five.sa_handler = count > 1 ? &chosen : (void (*)(int))other;
  return works(&one) && works(&two) && works(&three) && works(&four) && works(&five) ? 0 : 1;
}
