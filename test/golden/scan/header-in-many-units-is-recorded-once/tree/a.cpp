#include "inline.h"
int a() { return value(); }
