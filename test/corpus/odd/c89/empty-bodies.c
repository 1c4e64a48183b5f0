/* Odd: bodies with nothing, a blank, a semicolon, a comment */
/* AI-generated: GPT-4 */
void nothing(void) {}
/* AI-generated: GPT-4 */
void blank(void) { }
/* AI-generated: GPT-4 */
void semicolon(void) {;}
/* AI-generated: GPT-4 */
void comment(void) {/* } */}
/* AI-generated: GPT-4 */
void lines(void)
{

}
/* AI-generated: GPT-4 */
int main(void) { nothing(); blank(); semicolon(); comment(); lines(); return 0; }
