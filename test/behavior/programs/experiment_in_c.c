/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The same in C89: a dispatch is a declaration, and others may follow. */
#include <assay/experiment.h>
#include <assay/inserted_experiment.h>
#include <stdio.h>

static unsigned newCalls, oldCalls;

static int rank_of(int value) {
  ++oldCalls;
  return value + 1;
}

static int rank_fast(int value) { ASSAY_INSERTED_ROLLOUT(0x0000000000000311, "rank_fast", ASSAY_INSERTED_BREAKER(5000, 3, 60000000000), 0x0000000000000312, "rank_of, replaced by rank_fast", rank_of(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000311, "rank_fast");
  int result = value + 1;
  ++newCalls;
  return result;
}

static void note(int* value) {
  ++oldCalls;
  *value += 1;
}

static void note_fast(int* value) { ASSAY_INSERTED_ROLLOUT_VOID(0x0000000000000313, "note_fast", 0, 0x0000000000000314, "note, replaced by note_fast", note(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000313, "note_fast");
  ++newCalls;
  *value += 1;
}

static int rank_by(unsigned user) { ASSAY_INSERTED_ROLLOUT_BY(0x0000000000000315, "rank_by", 5000, 0x0000000000000316, "rank_of, replaced by rank_by", user, rank_of(ASSAY_INSERTED_PASS((int)user))); ASSAY_INSERTED_GUARD(0x0000000000000315, "rank_by");
  int result = (int)user + 1;
  ++newCalls;
  return result;
}

/* Whether a user's calls all go the same way. */
static int moved(void) {
  unsigned user;
  int count = 0;
  for (user = 0; user < 1000; ++user) {
    unsigned before = newCalls;
    rank_by(user);
    rank_by(user);
    if (newCalls == before + 1) ++count;
  }
  return count;
}

int main(void) {
  int i;
  int sum = 0;
  for (i = 0; i < 10000; ++i) {
    ASSAY_KEY(i);
    sum += rank_fast(0);
    note_fast(&sum);
  }
  printf("%d %u new %u old\n", sum, newCalls, oldCalls);
  return moved();
}
