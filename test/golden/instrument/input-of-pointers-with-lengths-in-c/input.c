/* A pointer and the number that goes with it, in C. */
#include <stddef.h>

/* AI-generated: GPT-4 */
static size_t hash(const char *data, size_t size) { return size > 0 ? (size_t)data[0] : 0; }
/* AI-generated: GPT-4 */
static int sum(int n, const int values[], int count) { return n + (count > 0 ? values[0] : 0); }
/* AI-generated: GPT-4 */
static int last(const int *begin, const int *end) { return begin == end ? 0 : end[-1]; }
/* AI-generated: GPT-4 */
static int anything(const void *begin, const void *end) { return begin == end; }
/* AI-generated: GPT-4 */
int depth(const char *text, unsigned long len) { return len == 0 ? 0 : depth(text + 1, len - 1) % 1000 + 1; }

int main(void) {
  const int values[] = {1, 2};
  return hash("a", 1) == 0 || sum(1, values, 2) == 0 || last(values, values + 2) != 2 || anything(values, values) == 0 ||
         depth("abc", 3) != 3;
}
