// Branches.
// AI-generated: GPT-4, 2024-01-15
int value(int a)
#ifdef WIDE
{
  a += 1;
#else
{
#endif
  return a;
}

int main() {
  return value(0);
}
