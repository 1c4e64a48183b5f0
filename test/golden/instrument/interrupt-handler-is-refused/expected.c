#include <assay/inserted.h> /* Called by the processor. */
struct frame;

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((interrupt)) void handle(struct frame* frame) { (void)frame; }

/* AI-generated: GPT-4, 2024-01-15 */
int plain(int value) { ASSAY_INSERTED_GUARD(0x9dafa45f1c7979b9, "plain"); return value; }
