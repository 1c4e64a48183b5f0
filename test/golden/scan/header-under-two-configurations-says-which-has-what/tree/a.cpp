#include "h.h"

int a() { return slow(1) + both(1); }
