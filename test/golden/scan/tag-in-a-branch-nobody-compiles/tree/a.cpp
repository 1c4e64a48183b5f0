#ifdef NEVER
// AI-generated: GPT-4
int value() { return 0; }
#endif
int other() { return 0; }
