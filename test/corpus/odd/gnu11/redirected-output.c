// Odd: standard streams are closed before anything else happens
#include <stdio.h>
#include <unistd.h>
// AI-generated: GPT-4
static int closes(void) { return close(0) + close(2); }
// AI-generated: GPT-4
int main(void) { int r = closes(); puts("closed"); return r; }
