
int f(a) int a; { return a; }

int (*g(void))(int) { return 0; }
