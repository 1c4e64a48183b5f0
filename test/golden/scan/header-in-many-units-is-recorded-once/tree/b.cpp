#include "inline.h"
int b() { return value(); }
