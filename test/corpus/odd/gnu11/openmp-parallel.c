/* Odd: functions called from regions, and regions that are whole bodies */
/* with: -fopenmp */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
static int f(int x) { return x % 3 ? x : -x; }
static long g(int n) { long s = 0;
#pragma omp parallel for reduction(+ : s) num_threads(2)
  for (int i = 0; i < n; ++i) s += f(i);
  return s; }
static int h(int n) { int r = 0;
#pragma omp task shared(r)
  { r = -n; }
#pragma omp taskwait
#pragma omp critical
  r++;
  if (n)
#pragma omp atomic
    r++;
  return r; }
int main(void) { printf("%ld %d\n", g(100), h(3)); return 0; }
