/* Odd: trigraphs for braces, brackets and the number sign */
/* with: -Wno-trigraphs */
??=define ONE 1
/* AI-generated: GPT-4 */
int first(void) ??< int a??(2??) = ??< ONE, 2 ??>; return a??(0??) ??!??! 0; ??>
/* AI-generated: GPT-4 */
int main(void) { return first() == 1 ? 0 : 1; }
