#if A
// only here
int f() {}
#else
int f() { {} }
#endif

int g() {}
