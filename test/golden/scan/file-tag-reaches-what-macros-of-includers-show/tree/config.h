#ifdef FAST
#define WITH_TWO
#endif
