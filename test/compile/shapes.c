/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Guards in C, with declarations after them, from C89 to C23. Must compile without a warning. */
#if defined(SHAPES_ARE_PACKED)
#pragma pack(1)
#endif
#include <assay/inserted_experiment.h>
#include <assay/experiment.h>
#include <assay/guard.h>
#if defined(SHAPES_ARE_PACKED)
typedef char siteIsWhole[__alignof__(struct assay_v1_site) == __alignof__(assay_v1_u64) ? 1 : -1];
#endif

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

static int replacing(int value) { ASSAY_INSERTED_ROLLOUT(0x8000000000000032, "replacing", 2500, 0x8000000000000033, "byHand, replaced by replacing", byHand(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x8000000000000032, "replacing");
  int result = value;
  return result;
}

static void replacingNothing(void) { ASSAY_INSERTED_ROLLOUT_VOID(0x8000000000000034, "replacingNothing", 0, 0x8000000000000035, "nothing, replaced by replacingNothing", nothing()); ASSAY_INSERTED_GUARD(0x8000000000000034, "replacingNothing");
  ASSAY_KEY(replacing(1));
  nothing();
}

static int replacingByKey(unsigned short user) { ASSAY_INSERTED_ROLLOUT_BY(0x8000000000000036, "replacingByKey", 2500, 0x8000000000000037, "byHand, replaced by replacingByKey", user, byHand(ASSAY_INSERTED_PASS(user))); ASSAY_INSERTED_GUARD(0x8000000000000036, "replacingByKey");
  return user;
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

static int sampled(int value) { ASSAY_INSERTED_SAMPLED_GUARD(0x8000000000000090, "sampled", 256);
  return value;
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

/* Sizes: every integer type, no pointer without a look at it, declarations after them. */
struct buffer {
  const unsigned char *bytes;
  unsigned long length;
};
enum amount { kNone, kSome };
static int sized(const struct buffer *buffer) { ASSAY_INSERTED_GUARD(0x8000000000000040, "sized"); ASSAY_INSERTED_SIZE_IF(0x8000000000000040, buffer, buffer->length);
  int result;
  if (!buffer) { ASSAY_INSERTED_FAILS(0x8000000000000040); return -1; ASSAY_INSERTED_END }
  result = (int)buffer->length;
  return result;
}
static int sizedShort(short n) { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000041, "sizedShort"); ASSAY_INSERTED_SIZE(0x8000000000000041, n); int left = n; return left <= 0 ? 0 : sizedShort((short)(left - 1)); }
static __inline__ int sizedUnsigned(unsigned n, unsigned char small) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000042, "sizedUnsigned"); ASSAY_INSERTED_SIZE(0x8000000000000042, n + small); return (int)(n + small); }
static int sizedRange(const char *begin, const char *end) { ASSAY_INSERTED_GUARD(0x8000000000000043, "sizedRange"); ASSAY_INSERTED_SIZE_IF(0x8000000000000043, begin, end - begin); return end != begin; }
__attribute__((nonnull)) static int sizedNonnull(const int *values, int count) { ASSAY_INSERTED_GUARD(0x8000000000000044, "sizedNonnull"); ASSAY_INSERTED_SIZE_IF(0x8000000000000044, values, count); return values[count - 1]; }
static int sizedEnum(enum amount amount) { ASSAY_INSERTED_GUARD(0x8000000000000045, "sizedEnum"); ASSAY_INSERTED_SIZE(0x8000000000000045, amount); return amount == kSome; }
static int sizedArray(const int values[4]) { ASSAY_INSERTED_GUARD(0x8000000000000046, "sizedArray"); ASSAY_INSERTED_SIZE_IF(0x8000000000000046, values, 4); return values[0]; }
static int sizedVolatile(volatile char *out, const unsigned long *const length) { ASSAY_INSERTED_GUARD(0x8000000000000047, "sizedVolatile"); ASSAY_INSERTED_SIZE_IF(0x8000000000000047, length, *length); out[0] = 1; return *length != 0; }
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
inline int sizedExternal(int n) { ASSAY_INSERTED_GUARD(0x8000000000000048, "sizedExternal"); ASSAY_INSERTED_SIZE(0x8000000000000048, n); return n + 2; }
extern int sizedExternal(int n);
static int sizedBool(_Bool n) { ASSAY_INSERTED_GUARD(0x8000000000000049, "sizedBool"); ASSAY_INSERTED_SIZE(0x8000000000000049, n); return n; }
static int sizedRestrict(int n, const int *restrict values) { ASSAY_INSERTED_GUARD(0x800000000000004a, "sizedRestrict"); ASSAY_INSERTED_SIZE_IF(0x800000000000004a, values, n); return values[n - 1]; }
#endif
/* Types: the tag of a union. */
struct variant {
  enum amount tag;
  union {
    int number;
    const char *text;
  } held;
};
static int typed(const struct variant *variant) { ASSAY_INSERTED_GUARD(0x8000000000000050, "typed"); ASSAY_INSERTED_SIZE(0x8000000000000050, 7); ASSAY_INSERTED_TYPE_INDEX(0x8000000000000050, variant->tag);
  int result = variant->held.number;
  return result;
}
static int typedDeep(unsigned char tag) { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000051, "typedDeep"); ASSAY_INSERTED_TYPE_INDEX(0x8000000000000051, tag); int left = tag; return left == 0 ? 0 : typedDeep((unsigned char)(left - 1)); }
static __inline__ int typedLiteral(long tag) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000052, "typedLiteral"); ASSAY_INSERTED_TYPE_INDEX(0x8000000000000052, tag); return (int)tag; }
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
inline int typedExternal(int tag) { ASSAY_INSERTED_GUARD(0x8000000000000053, "typedExternal"); ASSAY_INSERTED_TYPE_INDEX(0x8000000000000053, tag); return tag + 2; }
extern int typedExternal(int tag);
#endif
static int types(void) {
  struct variant variant;
  int sum;
  variant.tag = kSome;
  variant.held.number = 3;
  sum = typed(&variant) + typedDeep(3) + typedLiteral(4L);
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
  sum += typedExternal(1);
#endif
  return sum;
}

static int sizes(void) {
  static const int values[4] = {1, 2, 3, 4};
  static const unsigned char text[] = "text";
  struct buffer buffer;
  volatile char out[1];
  int sum;
  buffer.bytes = text;
  buffer.length = sizeof text;
  sum = sized(&buffer) + sized(0) + sizedShort(3) + sizedUnsigned(4u, buffer.bytes[0]) + sizedRange((const char *)text, (const char *)text);
  sum += sizedNonnull(values, 4) + sizedEnum(kSome) + sizedArray(values) + sizedVolatile(out, &buffer.length);
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
  sum += sizedExternal(1) + sizedBool(1) + sizedRestrict(4, values);
#endif
  return sum;
}

int main(void) {
  int sum = fails(1) + ordinary(1) + small(2) + byHand(3) + jumps(4);
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
  sum += external(5) + externalCount(1) + externalRecursive(2);
#endif
  nothing();
  replacingNothing();
  jumps(replacingByKey(1));
  sum += *lookedAtPointer("wxyz") + replacing(3);
  sum += counted(3) + sampled(0) + constant(1) + recursive(4) + sizes() + types();
  return sum > 0 ? 0 : 1;
}
