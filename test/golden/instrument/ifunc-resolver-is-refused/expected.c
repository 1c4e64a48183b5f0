#include <assay/inserted.h> /* A resolver runs before the program is relocated. */
/* AI-generated: GPT-4, 2024-01-15, prompt: "one more" */
static int plain(int x) { ASSAY_INSERTED_GUARD(0x609d619f0ad80863, "plain"); return x + 1; }

/* AI-generated: GPT-4, 2024-01-15, prompt: "choose" */
static int (*resolve(void))(int) { return plain; }

int chosen(int x) __attribute__((ifunc("resolve")));

int main(void) { return chosen(1) - 2; }
