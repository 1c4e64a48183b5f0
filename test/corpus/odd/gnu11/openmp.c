// Odd: a parallel loop inside of a tagged function
// with: -fopenmp-simd
// AI-generated: GPT-4
static int sum(const int *a, int n) {
  int r = 0;
#pragma omp simd reduction(+ : r)
  for (int i = 0; i < n; ++i) r += a[i];
  return r;
}
// AI-generated: GPT-4
int main(void) { int a[4] = { 1, 2, 3, -6 }; return sum(a, 4); }
