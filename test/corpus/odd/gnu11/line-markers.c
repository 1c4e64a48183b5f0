/* Odd: line markers as a preprocessor writes them, in a head and a body */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

# 40 "other.y" 1
static int f(int n)
# 3 "third.y"
{
# 7 "other.y" 2
  if (n) return -1;
#line 90
  return __LINE__; }
# 1 "line-markers.c"
int main(void) { return f(0) - 90; }
