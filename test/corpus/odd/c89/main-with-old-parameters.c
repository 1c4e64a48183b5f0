/* Odd: the K&R form of main, with arguments */
/* with: arguments one two */
#include <stdio.h>
/* AI-generated: GPT-4 */
int main(argc, argv)
int argc;
char **argv;
{
  printf("%d %s %s\n", argc, argv[1], argv[2]);
  return 0;
}
