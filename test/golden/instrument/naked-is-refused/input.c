/* No frame. */
/* AI-generated: GPT-4, 2024-01-15 */
__attribute__((naked)) void nothing(void) {
  __asm__("ret");
}

int main(void) {
  nothing();
  return 0;
}
