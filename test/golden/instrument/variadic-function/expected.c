#include <stdarg.h>
#include <assay/inserted.h> 
/* AI-generated: GPT-4, 2024-01-15 */
int sum(int count, ...) { ASSAY_INSERTED_GUARD(0xc72d983d3087cb4e, "sum");
  va_list values;
  int total = 0;
  va_start(values, count);
  while (count-- > 0) total += va_arg(values, int);
  va_end(values);
  return total;
}

int main(void) { return sum(2, 1, -1); }
