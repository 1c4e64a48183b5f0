// x
int f() {}
