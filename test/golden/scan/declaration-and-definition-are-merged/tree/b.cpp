#include "a.h"

int user() { return sum(1, 2); }
