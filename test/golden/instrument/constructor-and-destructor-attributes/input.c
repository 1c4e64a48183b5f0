/* Before main(), and behind it. */
#include <stdio.h>

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((constructor)) static void before(void) { puts("before"); }

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((constructor(101))) static void long_before(void) { puts("long before"); }

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((destructor)) static void after(void) { puts("after"); }

/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((destructor(101))) static void long_after(void) { puts("long after"); }

int main(void) { return puts("main") < 0; }
