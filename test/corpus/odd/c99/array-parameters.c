// Odd: static, restrict, const and a side effect in the brackets of parameters
// AI-generated: GPT-4
static int first(int a[static restrict const 2]) { return a[0]; }
// AI-generated: GPT-4
static int last(int n, int a[*]);
static int last(int n, int a[n]) { return a[n - 1]; }
// AI-generated: GPT-4
static int rows(int n, int m, int (*a)[m]) { return a[n - 1][m - 1]; }
// AI-generated: GPT-4
static int counts(int n, int a[n++]) { a[0] = n; return n; }
// AI-generated: GPT-4
int main(void) { int a[2] = { 1, 2 }; int b[2][3] = { { 0 }, { 0, 0, 9 } }; return first(a) + last(2, a) - 3 + rows(2, 3, b) - 9 + counts(1, a) - 2; }
