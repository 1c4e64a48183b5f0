/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Guards in C, with declarations after them, from C89 to C23. Must compile without a warning. */
#include <assay/inserted.h>
#include <assay/guard.h>

static int ordinary(int value) { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "ordinary");
  int result;
  result = value + 1;
  return result;
}

static __inline__ int small(int value) { ASSAY_INSERTED_GUARD(0xffffffffffffffff, "small"); return value; }

#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
inline int external(int value) { ASSAY_INSERTED_GUARD(0x8000000000000001, "external");
  if (value < 0) { ASSAY_INSERTED_FAILS(0x8000000000000001); return 0; ASSAY_INSERTED_END }
  return value + 2;
}
extern int external(int value);
#endif

static int lookedAt(int value) { ASSAY_INSERTED_GUARD(0x8000000000000030, "lookedAt");
  if (value == 3) return ASSAY_INSERTED_NEGATIVE(0x8000000000000030)(value) ASSAY_INSERTED_NEGATIVE_END(0x8000000000000030); else ++value;
  return ASSAY_INSERTED_NEGATIVE(0x8000000000000030) value ? value : -value ASSAY_INSERTED_NEGATIVE_END(0x8000000000000030);
}

static const char *lookedAtPointer(const char *text) { ASSAY_INSERTED_GUARD(0x8000000000000031, "lookedAtPointer");
  return ASSAY_INSERTED_ZERO(0x8000000000000031) text + lookedAt(1) ASSAY_INSERTED_ZERO_END(0x8000000000000031);
}

static void nothing(void) { ASSAY_INSERTED_GUARD(0x8000000000000002, "nothing"); }

static int byHand(int value) {
  ASSAY_GUARD("byHand");
  int result = value;
  {
    ASSAY_GUARD("byHand, inner");
    result += assay_guards_on();
  }
  return result;
}

static int jumps(int value) { ASSAY_INSERTED_GUARD(0x8000000000000003, "jumps");
  int left = value;
again:
  if (left-- > 0) goto again;
  switch (value) {
    case 1: return 1;
    default: return left;
  }
}

static int fails(int value) { ASSAY_INSERTED_GUARD(0x8000000000000004, "fails");
  int left = value;
  if (left < 0) { ASSAY_INSERTED_FAILS(0x8000000000000004); return -1; ASSAY_INSERTED_END }
  return left;
}

static int counted(int value) { ASSAY_INSERTED_COUNT(0x8000000000000005, "counted");
  int left = value;
  return left == 0 ? 0 : counted(left - 1);
}

static int recursive(int value) { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000008, "recursive");
  int left = value;
  if (left < 0) { ASSAY_INSERTED_FAILS(0x8000000000000008); return 0; ASSAY_INSERTED_END }
  return left == 0 ? 0 : 1 + recursive(left - 1);
}

static int constant(int value) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000006, "constant");
  int left = value;
  return left;
}

#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
inline int externalRecursive(int value) { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000009, "externalRecursive");
  return value <= 0 ? 0 : externalRecursive(value - 1);
}
extern int externalRecursive(int value);
inline int externalCount(int value) { ASSAY_INSERTED_COUNT(0x8000000000000007, "externalCount"); return value + 2; }
extern int externalCount(int value);
#endif

int main(void) {
  int sum = fails(1) + ordinary(1) + small(2) + byHand(3) + jumps(4);
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
  sum += external(5) + externalCount(1) + externalRecursive(2);
#endif
  nothing();
  sum += *lookedAtPointer("wxyz");
  sum += counted(3) + constant(1) + recursive(4);
  return sum > 0 ? 0 : 1;
}
