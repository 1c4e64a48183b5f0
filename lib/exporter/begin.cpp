// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The start by ASSAY_EXPORT when the library is loaded. It is linked last: what the thread uses is made
// before it starts, and goes after it has ended.
#include <assay/exporter.h>

namespace assay::exporter {
namespace {

__attribute__((constructor)) void startWhereAsked() {
  assay_exporter_start(nullptr);
}

}  // namespace
}  // namespace assay::exporter
