/* Odd: exit is called three frames deep */
/* with: exit 5 */
#include <stdlib.h>
/* AI-generated: GPT-4 */
static void leave(void) { exit(5); }
/* AI-generated: GPT-4 */
static void middle(void) { leave(); }
/* AI-generated: GPT-4 */
int main(void) { middle(); return 1; }
