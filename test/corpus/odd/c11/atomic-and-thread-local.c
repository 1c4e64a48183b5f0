// Odd: values that threads share or do not share
#include <stdatomic.h>
static _Atomic int shared;
static _Thread_local int own;
// AI-generated: GPT-4
static int next(void) { ++own; return atomic_fetch_add(&shared, 1); }
// AI-generated: GPT-4
static _Atomic int *address(void) { static _Thread_local int kept; ++kept; return &shared; }
// AI-generated: GPT-4
int main(void) { next(); next(); return atomic_load(address()) - own; }
