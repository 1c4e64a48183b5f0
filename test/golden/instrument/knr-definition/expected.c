#include <assay/inserted.h> /* Older C. */
/* AI-generated: GPT-4, 2024-01-15 */
int add(a, b)
  int a;
  int b;
{ ASSAY_INSERTED_GUARD(0xcad0cf3b6894e79a, "add");
  return a + b;
}

int main(void) { return add(1, -1); }
