// AI-generated file: GPT-4, 2024-01-15

#define GETTER(name, value) int name() { return value; }
#define OPEN(name) int name() {
GETTER(one, 1)
OPEN(two) return 2; }
#ifdef NOBODY_DEFINES_THIS
int three() { return 3; }
#endif
int four() { return 4; }
