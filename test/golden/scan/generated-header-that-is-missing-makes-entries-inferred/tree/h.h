#pragma once
#include "version.gen.h"
// AI-generated: GPT-4, 2024-01-15
inline int version() { return kVersion; }
