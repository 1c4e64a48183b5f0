/* Older C. */
/* AI-generated: GPT-4, 2024-01-15 */
int add(a, b)
  int a;
  int b;
{
  return a + b;
}

int main(void) { return add(1, -1); }
