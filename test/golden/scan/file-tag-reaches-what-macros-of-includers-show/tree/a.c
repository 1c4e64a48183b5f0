#define WITH_ONE
#include "impl.h"
