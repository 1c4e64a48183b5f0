// Odd: a thread is cancelled inside a tagged function
#include <pthread.h>
#include <unistd.h>
static int cleaned;
// AI-generated: GPT-4
static void clean(void *p) { (void)p; cleaned = 1; }
// AI-generated: GPT-4
static void *waits(void *p) { pthread_cleanup_push(clean, 0); for (;;) pause(); pthread_cleanup_pop(0); return p; }
// AI-generated: GPT-4
int main(void) { pthread_t t; pthread_create(&t, 0, waits, 0); pthread_cancel(t); pthread_join(t, 0); return 1 - cleaned; }
