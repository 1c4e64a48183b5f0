/* Odd: digraphs for braces and brackets */
/* with: -std=iso9899:199409 */
/* AI-generated: GPT-4 */
int first(void) <% int a<:2:> = <%1, 2%>; return a<:0:>; %>
/* AI-generated: GPT-4 */
int second(void)<%return 2;%>
/* AI-generated: GPT-4 */
int main(void) <% return first() + second() - 3; %>
