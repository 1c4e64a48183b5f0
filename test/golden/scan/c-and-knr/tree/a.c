/* AI-generated: GPT-4 */
static int add(a, b)
  int a;
  int b;
{
  return a + b;
}

/* AI-assisted: Copilot */
int main(void) { return add(1, -1); }
