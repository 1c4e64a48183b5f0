/* Odd: comments and tags between all tokens of a head */
static int /* AI-generated: GPT-4 */ f /* of */ ( /* one */ int /* named */ x /* here */ ) /* begins { */ { /* } */ return x; }
int g(int x) { /* AI-generated: GPT-4 */
  return x;
}
int h(int x) { return x; } /* AI-generated: GPT-4 */
/* AI-generated: GPT-4 */
int main(void) { return f(0) + g(0) + h(0); }
