#include <assay/inserted.h> /* Asks for GNU extensions before anything is included. */
#define _GNU_SOURCE
#include <string.h>

/* AI-generated: GPT-4, 2024-01-15 */
static int compare(const char* a, const char* b) { ASSAY_INSERTED_GUARD(0x8c29aae972ccdddb, "compare");
  return strcmp(basename(a), b);
}

int main(void) { return compare("/a/b", "b"); }
