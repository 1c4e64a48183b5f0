// Included inside of extern "C".
// AI-generated: GPT-4
static inline int shared(int x) { return x; }
// AI-generated: GPT-4
inline int external(int x) { return x; }
