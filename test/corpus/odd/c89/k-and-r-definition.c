/* Odd: a K&R definition, declarations between head and brace */
/* AI-generated: GPT-4 */
int add(a, b)
  int a;
  int b;
{
  return a + b;
}
/* AI-generated: GPT-4 */
int main(void) { return add(1, 2) == 3 ? 0 : 1; }
