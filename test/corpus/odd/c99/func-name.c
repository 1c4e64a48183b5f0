// Odd: __func__, whose declaration stands at the start of every body
#include <stdio.h>
// AI-generated: GPT-4
static const char *name(void) { return __func__; }
// AI-generated: GPT-4
int main(void) { printf("%s %s\n", name(), __func__); return 0; }
