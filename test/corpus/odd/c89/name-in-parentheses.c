/* Odd: parentheses keep a macro of the same name away */
#define largest(a, b) ((a) > (b) ? (a) : (b))
/* AI-generated: GPT-4 */
int (largest)(int a, int b) { return largest(a, b); }
/* AI-generated: GPT-4 */
int ((smallest))(int a, int b) { return a < b ? a : b; }
/* AI-generated: GPT-4 */
int main(void) { return (largest)(1, 2) - 2 + smallest(0, 1); }
