// x
module;

#include <a>
export module m;

int f() {}
