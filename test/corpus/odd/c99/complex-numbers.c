// Odd: complex parameters and results
#include <complex.h>
// AI-generated: GPT-4
static double complex square(double complex z) { return z * z; }
// AI-generated: GPT-4
static float _Complex half(float _Complex z) { return z / 2; }
// AI-generated: GPT-4
int main(void) { return creal(square(2.0 * I)) == -4.0 && crealf(half(2)) == 1 ? 0 : 1; }
