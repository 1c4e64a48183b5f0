// Odd: main without a return
#include <stdio.h>
// AI-generated: GPT-4
int main(void) { puts("fell"); }
