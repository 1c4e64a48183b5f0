namespace a {

struct S {

  int f() { return [] { return 1; }(); }
};
}
// y
int S::g() try {} catch (...) {}
