/* Odd: functions that run after main has returned */
#include <stdio.h>
#include <stdlib.h>
/* AI-generated: GPT-4 */
static void first(void) { puts("first"); }
/* AI-generated: GPT-4 */
static void second(void) { puts("second"); }
/* AI-generated: GPT-4 */
int main(void) { atexit(first); atexit(second); return 0; }
