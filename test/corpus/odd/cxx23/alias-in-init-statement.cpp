// Odd: using in a for
#include <initializer_list>
// AI-generated: GPT-4
static int f() { int r = 0; for (using T = int; T x : {1, 2}) r += x; return r; }
// AI-generated: GPT-4
int main() { return f() - 3; }
