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
  EXPECT_THAT(signalHandlers(tokens).names, ElementsAre("onInt", "onSegv", "onTerm"));
}

TEST(SignalNames, StandFirstInWhatASigactionIsInitialisedWith) {
  const TokenStream tokens(
      "struct sigaction a = {onA, 0}; static struct sigaction b[] = {{onB}, {{onC}, 1}}; sigaction d{onD};"
      "use((struct sigaction){onE}); struct sigaction f = {.__sigaction_handler = {onF}};"
      "struct sigaction g = {sa_handler: onG};");
  EXPECT_THAT(signalHandlers(tokens).names, ElementsAre("onA", "onB", "onC", "onD", "onE", "onF", "onG"));
}

TEST(SignalNames, AreAllThatMayBeChosen) {
  const TokenStream tokens(
      "a.sa_handler = on ? onA : (b ? &onB : onC); signal(1, (void (*)(int))(x ? onD : SIG_IGN));"
      "s.sa_sigaction = reinterpret_cast<void (*)(int, siginfo_t*, void*)>(onE); sigset(2, onF ?: SIG_DFL);");
  EXPECT_THAT(signalHandlers(tokens).names, ElementsAre("onA", "onB", "onC", "onD", "onE", "onF"));
}

TEST(SignalNames, AreNotOfEveryMentionOfAType) {
  const TokenStream tokens(
      "int sigaction(int, struct sigaction*); struct sigaction f() { onA; } sigaction(SIGINT, &a, 0);"
      "if (sizeof(struct sigaction)) { onB; } struct sigaction { int x; }; struct sigaction a = {.sa_flags = "
      "1};"
      "struct sigaction c = {");
  EXPECT_THAT(signalHandlers(tokens).names, IsEmpty());
}

TEST(SignalNames, AreNotTheSystemsOwnAndNotExpressions) {
  const TokenStream tokens(
      "signal(SIGINT, SIG_IGN); s.sa_handler = SIG_DFL; signal(SIGINT, pick(1)); signal(x); f.signal;");
  EXPECT_THAT(signalHandlers(tokens).names, IsEmpty());
}

TEST(SignalNames, AreWhatAVariableHolds) {
  const TokenStream tokens(
      "void (*h)(int) = onA; h = &onB; signal(SIGINT, h); void install(handler k = onC) { a.sa_handler = k; }"
      "signal(2, &on<3>);");
  EXPECT_THAT(signalHandlers(tokens).names, ElementsAre("h", "k", "on", "onA", "onB", "onC"));
}

TEST(SignalNames, LambdasHaveNoneAndArePlaces) {
  const std::string text =
      "signal(2, [](int) {}); auto h = +[](int) {}; signal(3, h); other([](int) {}); t[0] = [](int) {};";
  EXPECT_THAT(signalHandlers(TokenStream(text)).lambdas,
              ElementsAre(text.find("[](int)"), text.find("+[") + 1));
}

TEST(NamesOfHandlers, AreThoseBehindASignalToo) {
  EXPECT_THAT(namesOfHandlers("signal(SIGINT, onA);"), ElementsAre("onA"));
  EXPECT_THAT(namesOfHandlers("sigaction(SIGINT, &action, 0); Signal(SIGINT, onA); {{SIGTERM, onB}, "
                              "{SIGRTMIN + 1, &onC}}; table[SIGHUP] = onD;"),
              ElementsAre("onA", "onB", "onC", "onD"));
}

TEST(NamesOfHandlers, AreNotOfEveryMentionOfASignal) {
  EXPECT_THAT(namesOfHandlers("kill(p, SIGINT); connect(a, SIGNAL(b), c); sigprocmask(SIG_BLOCK, &set, 0);"
                              "raise(SIGINT); x = SIGINT, y; // signal(SIGINT, comment)"),
              IsEmpty());
  EXPECT_THAT(namesOfHandlers("void f(int);"), IsEmpty());
}

TEST(NamesOfHandlers, AreFoundWhereverTheyStand) {
  for (std::size_t before = 1000; before < 1060; ++before) {
    const std::string blank(before, ' ');
    EXPECT_THAT(namesOfHandlers(blank + "a.sa_handler = onA;"), ElementsAre("onA"));
    EXPECT_THAT(namesOfHandlers(blank + "Signal(SIGINT, onB);" + blank + blank), ElementsAre("onB"));
  }
}

}  // namespace
}  // namespace assay::scan
