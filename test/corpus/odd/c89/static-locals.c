/* Odd: values that stay between calls */
/* AI-generated: GPT-4 */
static int counter(void) { static int count; return ++count; }
/* AI-generated: GPT-4 */
static int *kept(void) { static int array[3] = { 1, 2, 3 }; return array; }
/* AI-generated: GPT-4 */
int main(void) { counter(); counter(); kept()[0] = 9; return counter() - 3 + kept()[0] - 9; }
