/* Odd: a local that is named like the function it stands in */
/* AI-generated: GPT-4 */
static int same(int x) { int same_ = x; { int same = same_; return same; } }
/* AI-generated: GPT-4 */
int main(void) { return same(0); }
