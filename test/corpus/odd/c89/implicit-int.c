/* Odd: no type before the names */
/* AI-generated: GPT-4 */
static f(x) { return x + 1; }
/* AI-generated: GPT-4 */
main() { return f(1) == 2 ? 0 : 1; }
