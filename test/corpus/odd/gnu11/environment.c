// Odd: a program that clears its environment and its arguments
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
// AI-generated: GPT-4
static int clears(int count, char **words) { clearenv(); for (int i = 0; i < count; ++i) memset(words[i], 0, strlen(words[i])); return 0; }
// AI-generated: GPT-4
static int later(int x) { return x; }
// AI-generated: GPT-4
int main(int argc, char **argv, char **envp) { (void)envp; return clears(argc, argv) + later(0); }
