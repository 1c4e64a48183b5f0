// Odd: builtins that see all arguments of the caller
#include <stdarg.h>
// AI-generated: GPT-4
extern inline __attribute__((always_inline, gnu_inline)) int last(int n, ...) { return n + __builtin_va_arg_pack_len() - __builtin_va_arg_pack_len(); }
// AI-generated: GPT-4
int main(void) { return last(0, 1, 2); }
