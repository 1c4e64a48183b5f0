// Odd: and, or, not, and the digraphs
/* AI-generated: GPT-4 */
bool both(bool a, bool b) <% return a and b; %>
/* AI-generated: GPT-4 */
int either(int a, int b) <% int c<:1:> = <% a bitor b %>; return not c<:0:>; %>
/* AI-generated: GPT-4 */
int main() <% return both(true, false) or either(0, 0) - 1; %>
