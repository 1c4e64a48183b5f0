/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* C, without a C++ library in the process: returns of every kind, goto, a K&R definition, threads. C89. */
#include <assay/inserted.h>
#include <assay/guard.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdio.h>

static int manyReturns(int which) {
  ASSAY_INSERTED_GUARD(0x00000000000000f1, "manyReturns");
  int result = 0;
  if (which == 0) return 1;
  if (which == 1) goto end;
  switch (which) {
    case 2: return 3;
    default: break;
  }
  result = 4;
end:
  return result;
}

static int failing(int which) {
  ASSAY_INSERTED_GUARD(0x00000000000000f3, "failing");
  int result = which;
  if (which % 2 != 0) { ASSAY_INSERTED_FAILS(0x00000000000000f3); return -1; ASSAY_INSERTED_END }
  return result;
}

__attribute__((noinline)) static long countsDown(long left, long sum) {
  ASSAY_INSERTED_COUNT(0x00000000000000f4, "countsDown");
  long next = sum + left % 2;
  if (left == 0) return sum;
  return countsDown(left - 1, next);
}

static int descends(int left) {
  ASSAY_INSERTED_RECURSIVE_GUARD(0x00000000000000f5, "descends");
  int below;
  if (left == 0) return 0;
  below = descends(left - 1);
  if (left == 2) { ASSAY_INSERTED_FAILS(0x00000000000000f5); return 2; ASSAY_INSERTED_END }
  return below + 1;
}

/* Without -fexceptions nothing is ended: the next thread takes over where this one has been inside four levels. */
static int leaves(int left) {
  ASSAY_INSERTED_RECURSIVE_GUARD(0x00000000000000f6, "leaves");
  if (left < 0) return 0;
  if (left == 0) pthread_exit(0);
  return 1 + leaves(left - 1);
}
static void* leavesInside(void* unused) {
  leaves(3);
  return unused;
}
__attribute__((noinline)) static void* deeper(void* unused) {
  volatile char room[4096];
  room[0] = 0;
  leaves(3 + room[0]);
  return unused;
}

static int sized(const int* length) {
  ASSAY_INSERTED_GUARD(0x00000000000000f7, "sized"); ASSAY_INSERTED_SIZE_IF(0x00000000000000f7, length, *length);
  int result = length ? *length : -1;
  if (result % 2 != 0) { ASSAY_INSERTED_FAILS(0x00000000000000f7); return -1; ASSAY_INSERTED_END }
  return result;
}

/* A union's tag, as a variant has one. */
static int tagged(int tag) {
  ASSAY_INSERTED_GUARD(0x00000000000000f8, "tagged"); ASSAY_INSERTED_TYPE_INDEX(0x00000000000000f8, tag);
  int result = tag;
  if (result == 1) { ASSAY_INSERTED_FAILS(0x00000000000000f8); return -1; ASSAY_INSERTED_END }
  return result;
}

/* What stands between where a jump begins and where it lands does not know of it. */
static jmp_buf back;
static void away(void) {
  ASSAY_INSERTED_COUNT(0x00000000000000f9, "away");
  longjmp(back, 1);
}
static int passes(int out) {
  ASSAY_INSERTED_GUARD(0x00000000000000fa, "passes");
  int result = out;
  if (out) away();
  return result;
}
static void jumpsOver(void) {
  volatile int i;
  for (i = 0; i < 10; ++i) {
    if (setjmp(back) == 0) passes(1);
    passes(0);
  }
}

static int oldStyle(a, b)
int a;
int b;
{
  ASSAY_INSERTED_GUARD(0x00000000000000f2, "oldStyle");
  return a + b;
}

static int byHand(void) {
  int sum = 0;
  int i;
  for (i = 0; i < 10; ++i) {
    ASSAY_GUARD("by \"hand\"");
    sum += i;
  }
  return sum;
}

static void* manyCalls(void* unused) {
  int i;
  for (i = 0; i < 100000; ++i) manyReturns(i % 4);
  return unused;
}

int main(void) {
  pthread_t threads[2];
  int i;
  for (i = 0; i < 2; ++i) {
    if (pthread_create(&threads[i], 0, manyCalls, 0) != 0) return 9;
  }
  for (i = 0; i < 2; ++i) pthread_join(threads[i], 0);
  for (i = 0; i < 10; ++i) failing(i);
  for (i = 0; i < 10; ++i) {
    descends(2);
    sized(&i);
    sized(&i);
    sized(0);
    tagged(0);
    tagged(1);
    tagged(-1);
    if (pthread_create(&threads[0], 0, leavesInside, 0) != 0) return 9;
    pthread_join(threads[0], 0);
    if (pthread_create(&threads[0], 0, deeper, 0) != 0) return 9;
    pthread_join(threads[0], 0);
  }
  jumpsOver();
  if (countsDown(5000000, 0) != 2500000) return 8;
  if (oldStyle(1, 2) != 3 || byHand() != 45) return 9;
  return puts("done") < 0;
}
