/* Odd: the parameter list that counts is not the last one */
/* AI-generated: GPT-4 */
static int one(int x) { return x + 1; }
/* AI-generated: GPT-4 */
static int (*chosen(int which))(int) { return which ? one : 0; }
/* AI-generated: GPT-4 */
int main(void) { return chosen(1)(1) == 2 && chosen(0) == 0 ? 0 : 1; }
