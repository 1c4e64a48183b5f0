// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The part in C: a checksum that does not depend on the order of what is summed up.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

unsigned long ledgerChecksum(unsigned long sum, unsigned long account, unsigned long balance);

#ifdef __cplusplus
}
#endif
