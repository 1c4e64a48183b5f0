#include "missing.h"
// AI-generated: GPT-4
Missing bad(Missing value) { return value; }
