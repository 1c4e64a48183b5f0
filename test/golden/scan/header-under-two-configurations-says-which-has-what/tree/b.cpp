#include "h.h"

int b() { return quick(1) + both(1); }
