#include <assay/inserted.h> /* Before main(), and behind it. */
#include <stdio.h>

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((constructor)) static void before(void) { ASSAY_INSERTED_GUARD(0x396aee28ed4c3dbd, "before"); puts("before"); }

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((constructor(101))) static void long_before(void) { ASSAY_INSERTED_GUARD(0x9bd57ca9cc4589ef, "long_before"); puts("long before"); }

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((destructor)) static void after(void) { ASSAY_INSERTED_GUARD(0x11db9861849646c5, "after"); puts("after"); }

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((destructor(101))) static void long_after(void) { ASSAY_INSERTED_GUARD(0x560f2281e2b90354, "long_after"); puts("long after"); }

int main(void) { return puts("main") < 0; }
