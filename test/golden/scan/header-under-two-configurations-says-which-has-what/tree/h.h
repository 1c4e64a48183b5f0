#pragma once
#ifdef FAST
// AI-generated: GPT-4, 2024-01-15
inline int quick(int x) { return x; }
#else
// AI-generated: GPT-4, 2024-01-15
inline int slow(int x) { return x + x; }
#endif
// AI-generated: GPT-4, 2024-01-15
inline int both(int x) { return -x; }
