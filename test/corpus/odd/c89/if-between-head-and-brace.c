/* Odd: the preprocessor stands between head and brace */
/* AI-generated: GPT-4 */
int f(int x)
#if 1
{
#else
{ ++x;
#endif
  return x;
}
/* AI-generated: GPT-4 */
int main(void) { return f(0); }
