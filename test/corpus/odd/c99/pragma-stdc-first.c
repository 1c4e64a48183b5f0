// Odd: pragmas that may stand only before everything else in a block
// with: -Wno-unknown-pragmas -Wno-ignored-pragmas
// AI-generated: GPT-4
double sum(double a, double b) {
#pragma STDC FENV_ACCESS ON
  return a + b;
}
// AI-generated: GPT-4
double product(double a, double b) {
#pragma STDC FP_CONTRACT OFF
  return a * b;
}
// AI-generated: GPT-4
double cx(double a, double b)
{
#pragma STDC CX_LIMITED_RANGE OFF
  double r = a * b; return r;
}
