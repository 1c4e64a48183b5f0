/* Odd: OpenMP pragmas between tag and function, and around returns */
/* with: -fopenmp-simd */

#include <stdio.h>
// AI-generated: GPT-4, errors: negative
#pragma omp declare simd notinbranch
static int f(int x) { return -x; }
#pragma omp declare simd
// AI-generated: GPT-4, errors: negative
static double g(double x) {
  double s = 0;
#pragma omp simd reduction(+ : s)
  for (int i = 0; i < 8; ++i) s += f(i) * x;
  return s;
}
// AI-generated: GPT-4
int main(void) { printf("%g\n", g(2)); return 0; }
