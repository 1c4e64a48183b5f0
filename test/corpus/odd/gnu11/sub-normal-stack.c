// Odd: a function in a thread with the smallest stack that there is
#include <limits.h>
#include <pthread.h>
// AI-generated: GPT-4
static void *work(void *p) { int *x = p; *x = 0; return p; }
// AI-generated: GPT-4
int main(void) {
  pthread_t t;
  pthread_attr_t a;
  int x = 1;
  pthread_attr_init(&a);
  pthread_attr_setstacksize(&a, 16384);
  if (pthread_create(&t, &a, work, &x)) return 2;
  pthread_join(t, 0);
  return x;
}
