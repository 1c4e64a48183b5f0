// Odd: a function is left and entered again on another stack
#define _XOPEN_SOURCE 700
#include <ucontext.h>
static ucontext_t caller, other;
static char stack[65536];
static int steps;
// AI-generated: GPT-4
static void elsewhere(void) { ++steps; swapcontext(&other, &caller); ++steps; }
// AI-generated: GPT-4
static void switch_over(void) { swapcontext(&caller, &other); }
// AI-generated: GPT-4
int main(void) {
  getcontext(&other);
  other.uc_stack.ss_sp = stack;
  other.uc_stack.ss_size = sizeof stack;
  other.uc_link = &caller;
  makecontext(&other, elsewhere, 0);
  switch_over();
  switch_over();
  return steps - 2;
}
