#include "log.h"

int b() { return logLevel(); }
