// Odd: a process forks inside a tagged function
#include <sys/wait.h>
#include <unistd.h>
// AI-generated: GPT-4
static int in_child(int x) { return x + 4; }
// AI-generated: GPT-4
static int forks(void) { pid_t child = fork(); if (child == 0) _exit(in_child(0)); int status = 0; waitpid(child, &status, 0); return WEXITSTATUS(status); }
// AI-generated: GPT-4
int main(void) { return forks() - 4; }
