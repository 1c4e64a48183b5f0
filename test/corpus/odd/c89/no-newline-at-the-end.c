/* Odd: the file ends with a comment that is not a line */
/* AI-generated: GPT-4 */
int main(void) { return 0; } /* end */