/* Odd: a function that forgets to return a value nobody uses */
/* with: -Wno-return-type */
static int calls;
/* AI-generated: GPT-4 */
static int forgets(int x) { calls += x; }
/* AI-generated: GPT-4 */
int main(void) { forgets(2); return calls - 2; }
