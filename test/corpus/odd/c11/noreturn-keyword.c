// Odd: _Noreturn before, between and behind the other words
// with: exit 3
#include <stdlib.h>
// AI-generated: GPT-4
_Noreturn static void leave(int code) { exit(code); }
// AI-generated: GPT-4
static void _Noreturn leave_later(int code) { leave(code); }
// AI-generated: GPT-4
int main(void) { leave_later(3); }
