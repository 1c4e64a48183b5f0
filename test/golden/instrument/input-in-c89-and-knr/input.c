/* Declarations come first, and parameters have no prototype. */

/* AI-generated: GPT-4 */
int sum(values, n)
  const int *values;
  int n;
{
  int i;
  int total = 0;
  for (i = 0; i < n; ++i) total += values[i];
  return total;
}

/* AI-generated: GPT-4 */
static int first(const char *text, unsigned short length) {
  int result = length;
  if (length > 0) result = text[0];
  return result;
}

int main(void) {
  int values[2];
  values[0] = values[1] = 2;
  return sum(values, 2) != 4 || first("", 0) != 0;
}
