/* Odd: #line moves lines and files, inside of bodies too */
#include <stdio.h>
#line 1000 "elsewhere.c"
/* AI-generated: GPT-4 */
static int f(void) {
#line 7
  return __LINE__;
}
#line 99
/* AI-generated: GPT-4 */
int main(void) { printf("%s %d %d\n", __FILE__, __LINE__, f()); return 0; }
