/* Trigraphs. */
/* AI-generated: GPT-4, 2024-01-15 */
int first(void) ??< return 0; ??>

int main(void) { return first(); }
