/* Odd: K&R parameters that live in registers */
/* AI-generated: GPT-4 */
unsigned long length(s)
register const char *s;
{
  register const char *end = s;
  while (*end) ++end;
  return (unsigned long)(end - s);
}
/* AI-generated: GPT-4 */
int main(void) { return (int)length("assay") - 5; }
