// Odd: braces in expressions, returned and passed
struct Point { int x, y; };
// AI-generated: GPT-4
static struct Point make(int x) { return (struct Point){ .y = x, .x = x + 1 }; }
// AI-generated: GPT-4
static int sum(const int *a, int n) { int r = 0; for (int i = 0; i < n; ++i) r += a[i]; return r; }
// AI-generated: GPT-4
int main(void) { return make(1).x - 2 + sum((int[]){ 1, 2, [4] = 3 }, 5) - 6; }
