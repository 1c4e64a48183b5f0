#include <assay/inserted.h> /* Old C. */
/* AI-generated: GPT-4, 2024-01-15 */
int sum(const int* values, int count) { ASSAY_INSERTED_GUARD(0xc72d983d3087cb4e, "sum"); ASSAY_INSERTED_SIZE(0xc72d983d3087cb4e, count);
  int total = 0;
  int i;
  for (i = 0; i < count; ++i) total += values[i];
  return total;
}

int main(void) {
  int values[2];
  values[0] = 1;
  values[1] = -1;
  return sum(values, 2);
}
