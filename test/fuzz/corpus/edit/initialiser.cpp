int a[] = {

  1, {2} };
enum E {

};
int f() {}
