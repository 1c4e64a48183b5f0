// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/signal_names.h"

#include <gmock/gmock.h>

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SignalNames, AreHandedToSignalAndSigaction) {
  const TokenStream tokens(
      "signal(SIGINT, onInt); s.sa_handler = &ns::onTerm; struct sigaction t = {.sa_sigaction = onSegv};");
  EXPECT_THAT(signalHandlers(tokens), ElementsAre("onInt", "onSegv", "onTerm"));
}

TEST(SignalNames, AreNotTheSystemsOwnAndNotExpressions) {
  const TokenStream tokens(
      "signal(SIGINT, SIG_IGN); s.sa_handler = SIG_DFL; signal(SIGINT, pick(1)); signal(x); f.signal;");
  EXPECT_THAT(signalHandlers(tokens), IsEmpty());
}

}  // namespace
}  // namespace assay::scan
