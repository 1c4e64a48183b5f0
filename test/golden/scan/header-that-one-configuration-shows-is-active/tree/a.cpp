#include "log.h"

int a() { return 0; }
