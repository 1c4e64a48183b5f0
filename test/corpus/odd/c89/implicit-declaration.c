/* Odd: a function is called before anybody declared it */
/* AI-generated: GPT-4 */
int caller(void) { return called_later(3); }
/* AI-generated: GPT-4 */
int called_later(int x) { return x - 3; }
/* AI-generated: GPT-4 */
int main(void) { return caller(); }
