// Odd: heads that return pointers to members and references to arrays
struct S {
/* AI-generated: GPT-4 */
  int f(int x) { return x; } int m; };
/* AI-generated: GPT-4 */
int (S::*method())(int) { return &S::f; }
/* AI-generated: GPT-4 */
int S::*member() { return &S::m; }
static int rows[2][2] = { { 1, 2 }, { 3, 4 } };
/* AI-generated: GPT-4 */
int (&row(int i))[2] { return rows[i]; }
/* AI-generated: GPT-4 */
int (*function())(int (&)[2]) { return 0; }
/* AI-generated: GPT-4 */
int main() { S s; s.m = 0; return (s.*method())(0) + s.*member() + row(1)[1] - 4 + (function() != 0); }
