/* Odd: a macro makes everything up to the brace */
#define FUNCTION(name) static int name(int x)
/* AI-generated: GPT-4 */
FUNCTION(twice) { return 2 * x; }
/* AI-generated: GPT-4 */
FUNCTION(thrice)
{
  return 3 * x;
}
/* AI-generated: GPT-4 */
int main(void) { return twice(3) - thrice(2); }
