/* Odd: a macro makes the whole function */
#define GETTER(name, value) static int name(void) { return value; }
/* AI-generated: GPT-4 */
GETTER(one, 1)
/* AI-generated: GPT-4 */
GETTER(two, 2)
/* AI-generated: GPT-4 */
int main(void) { return one() + two() - 3; }
