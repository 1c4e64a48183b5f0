#include <assay/inserted.h> /* A pointer and the number that goes with it, in C. */
#include <stddef.h>

/* AI-generated: GPT-4 */
static size_t hash(const char *data, size_t size) { ASSAY_INSERTED_GUARD(0x27168f37f7cb858e, "hash"); ASSAY_INSERTED_SIZE(0x27168f37f7cb858e, size); return size > 0 ? (size_t)data[0] : 0; }
/* AI-generated: GPT-4 */
static int sum(int n, const int values[], int count) { ASSAY_INSERTED_GUARD(0x1292daeec8262cf1, "sum"); ASSAY_INSERTED_SIZE(0x1292daeec8262cf1, count); return n + (count > 0 ? values[0] : 0); }
/* AI-generated: GPT-4 */
static int last(const int *begin, const int *end) { ASSAY_INSERTED_GUARD(0xe782905e2bdebae4, "last"); ASSAY_INSERTED_SIZE(0xe782905e2bdebae4, end - begin); return begin == end ? 0 : end[-1]; }
/* AI-generated: GPT-4 */
static int anything(const void *begin, const void *end) { ASSAY_INSERTED_GUARD(0x3dac4224a1c0cc7c, "anything"); return begin == end; }
/* AI-generated: GPT-4 */
int depth(const char *text, unsigned long len) { ASSAY_INSERTED_RECURSIVE_GUARD(0x903f8d13a37a2a14, "depth"); ASSAY_INSERTED_SIZE(0x903f8d13a37a2a14, len); return len == 0 ? 0 : depth(text + 1, len - 1) % 1000 + 1; }

int main(void) {
  const int values[] = {1, 2};
  return hash("a", 1) == 0 || sum(1, values, 2) == 0 || last(values, values + 2) != 2 || anything(values, values) == 0 ||
         depth("abc", 3) != 3;
}
