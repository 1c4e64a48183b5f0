/* AI-generated: GPT-4 */
int b(void) { return 0; }
