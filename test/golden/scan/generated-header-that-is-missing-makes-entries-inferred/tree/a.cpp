#include "h.h"
// AI-generated: GPT-4, 2024-01-15
int a() { return version(); }
