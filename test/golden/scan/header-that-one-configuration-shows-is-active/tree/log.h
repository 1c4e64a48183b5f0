#pragma once
#ifdef WITH_LOG
// AI-generated: GPT-4, 2024-01-15
inline int logLevel() { return 3; }
#endif
