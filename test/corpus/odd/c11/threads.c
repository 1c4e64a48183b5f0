// Odd: threads that begin and end inside tagged functions
#include <pthread.h>
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int total;
// AI-generated: GPT-4
static void *work(void *count) { for (int i = 0; i < *(int *)count; ++i) { pthread_mutex_lock(&lock); ++total; pthread_mutex_unlock(&lock); } return count; }
// AI-generated: GPT-4
static void *leaves(void *p) { pthread_exit(p); }
// AI-generated: GPT-4
int main(void) {
  pthread_t threads[4];
  int count = 100;
  for (int i = 0; i < 3; ++i) pthread_create(&threads[i], 0, work, &count);
  pthread_create(&threads[3], 0, leaves, 0);
  for (int i = 0; i < 4; ++i) pthread_join(threads[i], 0);
  return total - 300;
}
