// Odd: functions that run at quick_exit
#include <stdio.h>
#include <stdlib.h>
// AI-generated: GPT-4
static void last(void) { puts("quick"); fflush(stdout); }
// AI-generated: GPT-4
int main(void) { at_quick_exit(last); quick_exit(0); }
