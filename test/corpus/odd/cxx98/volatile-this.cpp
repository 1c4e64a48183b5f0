// Odd: overloads by const and volatile
struct S {
  /* AI-generated: GPT-4 */
  int f() { return 1; }
  /* AI-generated: GPT-4 */
  int f() const { return 2; }
  /* AI-generated: GPT-4 */
  int f() volatile { return 3; }
  /* AI-generated: GPT-4 */
  int f() const volatile { return 4; }
};
/* AI-generated: GPT-4 */
int main() { S a; const S b = S(); volatile S c; const volatile S d = S(); return a.f() + b.f() + c.f() + d.f() - 10; }
