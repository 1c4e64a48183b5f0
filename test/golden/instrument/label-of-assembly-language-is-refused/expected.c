#include <assay/inserted.h> /* Two of what follows a guard are made by Clang at -O3. */
/* AI-generated: GPT-4, 2024-01-15, prompt: "a place to set a breakpoint at" */
__attribute__((noinline)) static int marked(int x) {
  __asm__ volatile(".globl assay_marked\nassay_marked:\n");
  return x + 1;
}

/* AI-generated: GPT-4, 2024-01-15, prompt: "once for each copy" */
static int numbered(int x) { ASSAY_INSERTED_GUARD(0xe645fab1e7391903, "numbered");
  __asm__ volatile("1:\n.Lmark%=:\n" ::);
  return x + 1;
}

int main(void) { return marked(1) + numbered(1) - 4; }
