/* Odd: macros with everyday names, from the command line */
/* with: -Dname=nombre -Did=numero -Dcount=cuenta -Dguard=guarda -Dsite=sitio -Dvalue=valor -Don=encendido -Dstart=inicio */
/* AI-generated: GPT-4 */
static int name(int id) { int count = id; int value = count; return value; }
/* AI-generated: GPT-4 */
int main(void) { int guard = 0, site = 0, on = 0, start = 0; return name(guard) + site + on + start; }
