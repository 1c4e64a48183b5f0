/* Odd: GNU parameters that are declared before they come; GCC alone takes them */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
static int sum(int len; int data[len], int len) { int s = 0; for (int i = 0; i < len; ++i) s += data[i]; return s; }
static int sq(int n; char data[n][n], int n) { return (int)sizeof(data[0]) - n - 1; }
int main(void) { int d[3] = {1, 2, -9}; char c[2][2]; printf("%d %d\n", sum(d, 3), sq(c, 2)); return 0; }
