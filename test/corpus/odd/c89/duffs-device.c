/* Odd: a loop that begins inside a switch */
/* AI-generated: GPT-4 */
static int copy(char *to, const char *from, int count) {
  int rounds = (count + 3) / 4;
  switch (count % 4) {
    case 0: do { *to++ = *from++;
    case 3:      *to++ = *from++;
    case 2:      *to++ = *from++;
    case 1:      *to++ = *from++;
            } while (--rounds > 0);
  }
  return count;
}
/* AI-generated: GPT-4 */
int main(void) {
  char to[8] = { 0 };
  return copy(to, "seven..", 7) == 7 && to[6] == '.' ? 0 : 1;
}
