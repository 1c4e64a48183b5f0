/* Odd: heads with qualifiers and arrays everywhere */
/* AI-generated: GPT-4 */
static const char *const *names(void) { static const char *const all[2] = { "a", "b" }; return all; }
/* AI-generated: GPT-4 */
static int sum(const int (*const rows)[2], int count) { int i, r = 0; for (i = 0; i < count; ++i) r += rows[i][0] + rows[i][1]; return r; }
/* AI-generated: GPT-4 */
int main(void) { static const int rows[2][2] = { { 1, 2 }, { 3, 4 } }; return sum(rows, 2) - 10 + (names()[1][0] != 'b'); }
