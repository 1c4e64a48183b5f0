// Odd: [[noreturn]]
// with: exit 3
#include <stdlib.h>
// AI-generated: GPT-4
[[noreturn]] static void leave(int code) { exit(code); }
// AI-generated: GPT-4
int main(void) { leave(3); }
