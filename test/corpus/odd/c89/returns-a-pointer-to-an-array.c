/* Odd: brackets stand behind the parameters */
static int table[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
/* AI-generated: GPT-4 */
static int (*row(int i))[3] { return &table[i]; }
/* AI-generated: GPT-4 */
int main(void) { return (*row(1))[2] == 6 ? 0 : 1; }
