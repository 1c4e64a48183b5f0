// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Traces are built by hand: what the preprocessor would have reported of one file after another.
#include "scan/replay.h"

#include <gmock/gmock.h>

#include "made_trace.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using test::Trace;

TEST(Replay, AFileThatUsesItsOwnHeadersMacrosIsTheSame) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned h = t.header("h.h");
  const unsigned m = t.name("M");
  const unsigned inA = t.enter(a);
  const unsigned inH = t.include(inA, h);
  const unsigned asM = t.definition(h);
  t.define(inH, m, asM);
  t.use(inA, m, asM);
  const ReplayVerdict verdict = t.check(a, {a});
  EXPECT_TRUE(verdict.same) << verdict.why;
  EXPECT_THAT(verdict.included.all(), ElementsAre(a, h));
}

TEST(Replay, AMacroOfAHeaderThatOnlyOthersIncludeIsNot) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned b = t.file("b.cc");
  const unsigned h = t.header("h.h");
  const unsigned m = t.name("M");
  const unsigned inH = t.include(t.enter(a), h);
  const unsigned asM = t.definition(h);
  t.define(inH, m, asM);
  const unsigned inB = t.enter(b);
  t.use(inB, m, asM);
  EXPECT_TRUE(t.check(a, {a, b}).same);
  EXPECT_FALSE(t.check(b, {a, b}).same);
  EXPECT_EQ(t.check(b, {a, b}).why, "a macro of a header it does not include: M");
}

TEST(Replay, AMacroThatAUnitLeavesBehindIsNotSeenByTheNext) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned b = t.file("b.cc");
  const unsigned m = t.name("M");
  const unsigned inA = t.enter(a);
  const unsigned asM = t.definition(a);
  t.define(inA, m, asM);
  t.use(inA, m, asM);
  const unsigned inB = t.enter(b);
  t.use(inB, m, asM);
  EXPECT_TRUE(t.check(a, {a, b}).same);
  EXPECT_EQ(t.check(b, {a, b}).why, "another state of a macro: M");
}

// h.h asks for FAST, which f.h defines; h.h is entered before anyone includes f.h.
TEST(Replay, AnEarlierAnswerHoldsOnlyForTheSameOrderOfIncludes) {
  Trace t;
  const unsigned first = t.file("first.cc");
  const unsigned same = t.file("same.cc");
  const unsigned other = t.file("other.cc");
  const unsigned h = t.header("h.h");
  const unsigned f = t.header("f.h");
  const unsigned fast = t.name("FAST");
  const unsigned inFirst = t.enter(first);
  t.use(t.include(inFirst, h), fast);
  const unsigned inSame = t.enter(same);
  t.includeAgain(inSame, h);
  const unsigned inF = t.include(inSame, f);
  const unsigned asFast = t.definition(f);
  t.define(inF, fast, asFast);
  const unsigned inOther = t.enter(other);
  t.includeAgain(inOther, f);
  t.includeAgain(inOther, h);
  const std::vector<unsigned> roots = {first, same, other};
  EXPECT_TRUE(t.check(first, roots).same);
  EXPECT_TRUE(t.check(same, roots).same) << t.check(same, roots).why;
  EXPECT_EQ(t.check(other, roots).why, "a macro that another order of includes defines: FAST");
}

TEST(Replay, SystemHeadersAreTakenToBeIndependentOfOrderUnlessTheyAskForAUsersMacro) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned b = t.file("b.cc");
  const unsigned asking = t.system("asking.h");
  const unsigned defining = t.system("defining.h");
  const unsigned ours = t.header("ours.h");
  const unsigned internal = t.name("_INTERNAL");
  const unsigned mine = t.name("MINE");
  const unsigned inAsking = t.include(t.enter(a), asking);
  t.use(inAsking, internal);
  const unsigned inB = t.enter(b);
  t.define(t.include(inB, defining), internal, t.definition(defining));
  t.includeAgain(inB, asking);
  EXPECT_TRUE(t.check(b, {a, b}).same) << t.check(b, {a, b}).why;

  t.use(inAsking, mine);
  const unsigned c = t.file("c.cc");
  const unsigned inC = t.enter(c);
  t.define(t.include(inC, ours), mine, t.definition(ours));
  t.includeAgain(inC, asking);
  EXPECT_TRUE(t.check(a, {a, b, c}).same);
  EXPECT_FALSE(t.check(c, {a, b, c}).same);
}

TEST(Replay, WhatAGuardSkippedCountsAsIncludedWithAllThatItIncludes) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned b = t.file("b.cc");
  const unsigned outer = t.header("outer.h");
  const unsigned inner = t.header("inner.h");
  const unsigned m = t.name("M");
  const unsigned asM = t.definition(inner);
  const unsigned inOuter = t.include(t.enter(a), outer);
  t.define(t.include(inOuter, inner), m, asM);
  const unsigned inB = t.enter(b);
  t.includeAgain(inB, outer);
  t.use(inB, m, asM);
  const ReplayVerdict verdict = t.check(b, {a, b});
  EXPECT_TRUE(verdict.same) << verdict.why;
  EXPECT_THAT(verdict.included.all(), ElementsAre(b, outer, inner));
}

TEST(Replay, AHeadersOwnIncludeGuardSaysNothing) {
  Trace t;
  const unsigned h = t.header("h.h");
  const unsigned guard = t.name("H_H");
  const unsigned inH = t.enter(h);
  t.use(inH, guard);
  t.define(inH, guard, t.definition(h));
  EXPECT_TRUE(t.check(h).same);
}

// The first time all of it, from the second time on what its own guard leaves.
class PartlyGuarded : public testing::Test {
 protected:
  PartlyGuarded() {
    const unsigned inFirst = t.include(t.enter(a), p);
    t.use(inFirst, guard);
    t.define(inFirst, guard, asGuard);
    t.define(inFirst, m, asM);
    const unsigned inB = t.enter(b);
    t.use(t.include(inB, p), guard, asGuard);
    t.use(inB, m, asM);
  }

  Trace t;
  unsigned a = t.file("a.cc");
  unsigned b = t.file("b.cc");
  unsigned p = t.file("p.h");
  unsigned guard = t.name("P_H");
  unsigned m = t.name("M");
  unsigned asGuard = t.definition(p);
  unsigned asM = t.definition(p);
};

TEST_F(PartlyGuarded, WhatTheGuardLeftOutIsWhatAloneIsThere) {
  t.trace.files[p].partlyGuarded = true;
  EXPECT_TRUE(t.check(b, {a, b}).same) << t.check(b, {a, b}).why;
}

TEST_F(PartlyGuarded, ADifferenceThatNoGuardExplainsIsOne) {
  EXPECT_EQ(t.check(b, {a, b}).why, "another state of a macro: P_H");
}

// b.cc meets p.h through k.h before the place where the unit met it first, in l.h.
TEST_F(PartlyGuarded, WhatCameLaterInTheUnitMayComeFirstAlone) {
  t.trace.files[p].partlyGuarded = true;
  const unsigned c = t.file("c.cc");
  const unsigned k = t.header("k.h");
  const unsigned inA = t.trace.files[a].first;
  const unsigned firstOfP = t.trace.instances[inA].events[0].answer;
  const unsigned l = t.header("l.h");
  t.trace.instances.push_back({l, {{TraceKind::Include, p, firstOfP}}});
  t.trace.files[l].entered = 1;
  t.trace.files[l].first = static_cast<unsigned>(t.trace.instances.size() - 1);
  const unsigned inC = t.enter(c);
  t.use(t.include(t.include(inC, k), p), guard, asGuard);
  t.includeAgain(inC, l);
  EXPECT_TRUE(t.check(c, {a, b, c}).same) << t.check(c, {a, b, c}).why;
}

// Not the guard kept something out of b.cc here, but a macro that somebody else left behind.
TEST_F(PartlyGuarded, AMacroOfAnotherFileIsNoGuard) {
  t.trace.files[p].partlyGuarded = true;
  const unsigned c = t.file("c.cc");
  const unsigned h = t.header("h.h");
  const unsigned option = t.name("OPTION");
  const unsigned byH = t.definition(h);
  t.use(t.trace.instances[t.trace.files[a].first].events[0].answer, option);
  t.define(t.include(t.enter(t.file("d.cc")), h), option, byH);
  const unsigned inP = t.include(t.enter(c), p);
  t.use(inP, guard, asGuard);
  t.use(inP, option, byH);
  t.undefine(inP, option);
  EXPECT_FALSE(t.check(c, {a, b, c}).same);
}

// h.h defines M, k.h defines it anew.
TEST(Replay, ARedefinedNameIsFollowedInTheOrderOfEachFile) {
  Trace t;
  const unsigned both = t.file("both.cc");
  const unsigned turned = t.file("turned.cc");
  const unsigned one = t.file("one.cc");
  const unsigned h = t.header("h.h");
  const unsigned k = t.header("k.h");
  const unsigned m = t.name("M");
  const unsigned byH = t.definition(h);
  const unsigned byK = t.definition(k);
  const unsigned inBoth = t.enter(both);
  t.define(t.include(inBoth, h), m, byH);
  const unsigned inK = t.include(inBoth, k);
  t.undefine(inK, m);
  t.define(inK, m, byK);
  t.use(inBoth, m, byK);
  const unsigned inTurned = t.enter(turned);
  t.includeAgain(inTurned, k);
  t.includeAgain(inTurned, h);
  t.use(inTurned, m, byK);
  const unsigned inOne = t.enter(one);
  t.includeAgain(inOne, h);
  t.use(inOne, m, byK);
  const std::vector<unsigned> roots = {both, turned, one};
  EXPECT_TRUE(t.check(both, roots).same) << t.check(both, roots).why;
  EXPECT_FALSE(t.check(turned, roots).same) << "h.h defines it last";
  EXPECT_FALSE(t.check(one, roots).same) << "it does not include k.h";
}

TEST(Replay, APredefinedMacroIsThereUntilAFilesOwnIncludesTakeItAway) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned b = t.file("b.cc");
  const unsigned prelude = t.system("<command line>");
  const unsigned m = t.name("linux");
  const unsigned predefined = t.definition(kNone);
  t.trace.prelude = t.enter(prelude);
  t.define(t.trace.prelude, m, predefined);
  const unsigned inA = t.enter(a);
  t.undefine(inA, m);
  t.use(inA, m);
  const unsigned inB = t.enter(b);
  t.use(inB, m, predefined);
  EXPECT_TRUE(t.check(a, {a, b}).same);
  EXPECT_TRUE(t.check(b, {a, b}).same);
  t.use(inB, m);  // as it was when the first had taken it away
  EXPECT_FALSE(t.check(b, {a, b}).same);
}

TEST(Replay, WhatEveryUnitIsMadeToIncludeIsIncluded) {
  Trace t;
  const unsigned prelude = t.system("<command line>");
  const unsigned forced = t.header("forced.h");
  const unsigned a = t.file("a.cc");
  const unsigned m = t.name("M");
  const unsigned asM = t.definition(forced);
  t.trace.prelude = t.enter(prelude);
  t.define(t.include(t.trace.prelude, forced), m, asM);
  t.use(t.enter(a), m, asM);
  EXPECT_TRUE(t.check(a, {a}).same) << t.check(a, {a}).why;
  EXPECT_THAT(t.check(a, {a}).included.all(), ElementsAre(prelude, forced, a));
}

TEST(Replay, AnErrorTouchesThoseThatIncludeItsFile) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned b = t.file("b.cc");
  const unsigned h = t.header("h.h");
  t.trace.files[h].erroneous = true;
  t.include(t.enter(a), h);
  t.enter(b);
  EXPECT_EQ(t.check(a).why, "an error in h.h");
  EXPECT_FALSE(t.check(a).byItself) << "it may come from what stood before";
  EXPECT_TRUE(t.check(b).same);
}

TEST(Replay, AnIncludeInsideAScopeIsInTheWayOfThoseThatDoWithout) {
  Trace t;
  const unsigned culprit = t.file("culprit.cc");
  const unsigned other = t.file("other.cc");
  const unsigned h = t.header("h.h");
  t.include(t.enter(culprit), h);
  t.include(t.enter(other), h);
  t.trace.files[culprit].misplaces = true;
  t.trace.files[h].misplaced = true;  // it was there for the first time
  EXPECT_THAT(t.check(culprit).why, HasSubstr("an #include inside a scope"));
  EXPECT_TRUE(t.check(culprit).byItself);
  EXPECT_FALSE(t.check(other).same);
  EXPECT_FALSE(t.check(other).byItself) << "in a unit without the culprit it may be sure";
}

TEST(Replay, PlaceInTheUnitMattersToPeculiarFilesOutsideTheSystem) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned h = t.system("h.h");
  t.trace.files[h].peculiar = true;
  t.include(t.enter(a), h);
  EXPECT_TRUE(t.check(a).same);
  t.trace.files[h].system = false;
  EXPECT_THAT(t.check(a).why, HasSubstr("what only the place in the unit tells"));
  EXPECT_TRUE(t.check(a).byItself) << "another unit is no better place";
}

TEST(Replay, AFileMustHaveBeenEnteredExactlyOnceUnlessItIsGuarded) {
  Trace t;
  const unsigned never = t.file("never.cc");
  const unsigned twice = t.file("twice.h");
  const unsigned guarded = t.header("guarded.h");
  t.enter(twice);
  t.enter(twice);
  t.enter(guarded);
  EXPECT_EQ(t.check(never).why, "never entered");
  EXPECT_EQ(t.check(twice).why, "entered more than once");
  EXPECT_TRUE(t.check(guarded).same);
}

TEST(Replay, IncludesWithoutAnEndAreGivenUp) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned m = t.name("M");
  unsigned in = t.enter(a);
  t.define(in, m, t.definition(a));
  for (int i = 0; i < 600; ++i) in = t.include(in, t.file("h" + std::to_string(i)));
  t.undefine(in, m);
  EXPECT_EQ(t.check(a, {a}).why, "includes are too deep");
}

// a.h includes b.h, which includes c.h, which includes a.h again: nothing is entered twice.
TEST(Replay, InACircleOfIncludesAllOfItMayStandAboveAPlace) {
  Trace t;
  const unsigned a = t.header("a.h");
  const unsigned b = t.header("b.h");
  const unsigned c = t.header("c.h");
  const unsigned last = t.header("last.h");
  const unsigned inA = t.enter(a);
  const unsigned inB = t.include(inA, b, 10);
  const unsigned inC = t.include(inB, c, 10);
  t.includeAgain(inC, a, 10);
  t.include(inA, last, 20);
  EXPECT_THAT(t.above(c, 30), ElementsAre());
  EXPECT_THAT(t.maybeAbove(c, 30), ElementsAre(a, b, c, last));
  EXPECT_THAT(t.maybeAbove(b, 30), ElementsAre(a, b, c, last)) << "what c.h owes a.h, too";
  EXPECT_THAT(t.maybeAbove(c, 5), ElementsAre());
}

TEST(Replay, WhatIsIncludedAboveAPlace) {
  Trace t;
  const unsigned a = t.file("a.cc");
  const unsigned h = t.header("h.h");
  const unsigned deep = t.header("deep.h");
  const unsigned b = t.file("b.cc");
  const unsigned inA = t.enter(a);
  t.include(t.include(inA, h, 10), deep);
  const unsigned inB = t.enter(b);
  t.includeAgain(inB, deep, 20);
  t.includeAgain(inB, h, 40);
  EXPECT_THAT(t.above(a, 10), ElementsAre());
  EXPECT_THAT(t.above(a, 11), ElementsAre(h, deep));
  EXPECT_THAT(t.above(b, 30), ElementsAre(deep)) << "h.h was read before, but not by this one";
  EXPECT_THAT(t.above(b, 50), ElementsAre(h, deep));
}

TEST(Replay, AHeaderThatLeadsBackMayHaveNothingOfItsOwn) {
  Trace t;
  const unsigned k = t.header("k.h");
  const unsigned h = t.header("h.h");
  const unsigned c = t.header("c.h");
  const unsigned inK = t.enter(k);
  const unsigned inH = t.include(inK, h);
  t.includeAgain(inH, k, 10);
  t.include(inH, c, 90);
  EXPECT_THAT(t.above(h, 50), ElementsAre()) << "alone k.h is read first, and finds h.h begun";
}

}  // namespace
}  // namespace assay::scan
