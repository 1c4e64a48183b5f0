/* x */
int f(void) <% int a<:1:> = <%1%>; return a<:0:>; %>
