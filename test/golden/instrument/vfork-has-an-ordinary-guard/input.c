/* The child borrows the frame until it is another program. */
#define _GNU_SOURCE
#include <sys/wait.h>
#include <unistd.h>

/* AI-generated: GPT-4, 2024-01-15 */
static int spawned(void) {
  int status = 1;
  const pid_t child = vfork();
  if (child == 0) {
    execl("/bin/true", "true", (char*)0);
    _exit(9);
  }
  if (child > 0) waitpid(child, &status, 0);
  return status;
}

int main(void) { return spawned(); }
