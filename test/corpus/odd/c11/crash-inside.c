// Odd: a process ends by a signal inside a tagged function
// with: exit -6
#include <stdlib.h>
// AI-generated: GPT-4
static void crashes(int n) { if (n == 0) abort(); crashes(n - 1); }
// AI-generated: GPT-4
int main(void) { crashes(3); return 0; }
