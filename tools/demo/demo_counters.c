// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// See demo_counters.h. Written after every static destructor has run, so that nothing is missed.
#include "demo_counters.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { kSlots = 64 };

static struct {
  const char* name;
  unsigned long count;
} slots[kSlots];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

unsigned long* demoCounter(const char* name) {
  unsigned long* found = NULL;
  pthread_mutex_lock(&lock);
  for (int i = 0; i < kSlots && found == NULL; i++) {
    if (slots[i].name == NULL) slots[i].name = name;
    if (strcmp(slots[i].name, name) == 0) found = &slots[i].count;
  }
  pthread_mutex_unlock(&lock);
  if (found == NULL) abort();  // more names than slots: the table above is too small
  return found;
}

__attribute__((destructor)) static void writeCounts(void) {
  const char* folder = getenv("DEMO_COUNTS");
  if (folder == NULL) return;
  char path[4096];
  snprintf(path, sizeof path, "%s/%ld.counts", folder, (long)getpid());
  FILE* file = fopen(path, "a");
  if (file == NULL) return;
  for (int i = 0; i < kSlots && slots[i].name != NULL; i++)
    fprintf(file, "%lu %s\n", __atomic_load_n(&slots[i].count, __ATOMIC_RELAXED), slots[i].name);
  fclose(file);
}
