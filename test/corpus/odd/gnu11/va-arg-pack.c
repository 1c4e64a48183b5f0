/* Odd: always_inline functions that hand on what they do not know; GCC alone takes them */
/* with: -O2 */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
extern inline __attribute__((always_inline, gnu_inline)) int say(const char *f, ...) { if (__builtin_va_arg_pack_len() > 3) return -1; return printf(f, __builtin_va_arg_pack()); }
int main(void) { return say("%d %d\n", 1, 2) == 4 ? 0 : 1; }
