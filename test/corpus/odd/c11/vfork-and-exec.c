// Odd: a process becomes another program inside a tagged function
#include <sys/wait.h>
#include <unistd.h>
// AI-generated: GPT-4
static void becomes(void) { execl("/bin/true", "true", (char *)0); _exit(9); }
// AI-generated: GPT-4
int main(void) { pid_t child = fork(); if (child == 0) becomes(); int status = 0; waitpid(child, &status, 0); return WEXITSTATUS(status); }
