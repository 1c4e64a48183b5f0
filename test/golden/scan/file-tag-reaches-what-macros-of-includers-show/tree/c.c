#include "config.h"
#include "impl.h"
