#include "input.h"

int other() { return value(); }
