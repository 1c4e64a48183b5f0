using Money = long;
#include "impl.h"

int b() { return static_cast<int>(tax(10)); }
