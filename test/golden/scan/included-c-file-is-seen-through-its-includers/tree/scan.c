#define SCAN_IMPL
typedef char unit_t;
#define PREFIX(name) narrow_##name
#include "scan_impl.c"
#undef PREFIX
#define unit_t wide_t
typedef short unit_t;
#define PREFIX(name) wide_##name
#include "scan_impl.c"
#undef PREFIX
int lengths(const char *a, const short *b) { return narrow_last(a) + wide_last(b); }
