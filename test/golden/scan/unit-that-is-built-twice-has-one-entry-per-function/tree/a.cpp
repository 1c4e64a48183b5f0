#ifdef SHARED
// AI-generated: GPT-4, 2024-01-15
int exported() { return 1; }
#endif
// AI-generated: GPT-4, 2024-01-15
int always() { return 2; }
