// x
int f() {
}

#if 1
int g() {}
#endif
