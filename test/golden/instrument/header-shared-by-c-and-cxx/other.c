#include "input.h"

int from_c(void) { return value(); }
