// Odd: functions with the attributes of malloc
#include <stdlib.h>
// AI-generated: GPT-4
__attribute__((malloc, alloc_size(1))) static void *get(size_t size) { return malloc(size); }
// AI-generated: GPT-4
static void put(void *p) { free(p); }
// AI-generated: GPT-4
__attribute__((alloc_size(2))) static void *more(void *p, size_t size) { return realloc(p, size); }
// AI-generated: GPT-4
int main(void) { void *p = more(get(8), 80); put(p); return p ? 0 : 1; }
