#define _GNU_SOURCE
#include <string.h>

/* AI-generated: GPT-4, 2024-01-15 */
static int compare(const char* a, const char* b) {
  return strcmp(basename(a), b);
}

int main(void) { return compare("/a/b", "b"); }
