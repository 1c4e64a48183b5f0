// a \
b {
int f(void) \
{ \
}
/\
/ c {
