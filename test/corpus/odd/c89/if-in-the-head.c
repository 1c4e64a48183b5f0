/* Odd: two heads for one body */
#ifdef OLD
/* AI-generated: GPT-4 */
int f(x) int x;
#else
/* AI-generated: GPT-4 */
int f(int x)
#endif
{
  return x;
}
/* AI-generated: GPT-4 */
int main(void) { return f(0); }
