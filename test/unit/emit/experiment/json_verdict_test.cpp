// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/experiment/experiment.h"
#include "sample_verdict.h"

namespace assay::emit::experiment {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(VerdictJson, HasEveryNumber) {
  const std::string json = writeJson("rankUsers", sampleVerdict());
  for (const char* part :
       {"\"decision\": \"roll-back\"", "\"because\": \"worse\"", "\"windows\": 40", "\"witnesses\": 38",
        "\"calls\": 8213", "\"metric\": \"time\"", "\"metric\": \"p99\"", "\"metric\": \"errors\"",
        "\"metric\": \"time-of-sizes\"", "\"from\": 8", "\"to\": 128", "\"promoteBelow\": 1.05",
        "\"worse\": true", "\"goodEnough\": true", "\"rollBackAbove\": null", "\"dispersion\": 1.5",
        "\"logEvidenceOfChange\": 12.5", "\"levelOfLow\": 0.0125", "\"high\": 1.021"})
    EXPECT_THAT(json, HasSubstr(part));
}

TEST(VerdictJson, HasNullForWhatIsNotKnown) {
  const std::string json = writeJson("f", insight::judge({}, {}));
  EXPECT_THAT(json, HasSubstr("\"geometricMeanSeconds\": null"));
  EXPECT_THAT(json, HasSubstr("\"shareToConfigured\": null"));
  EXPECT_THAT(json, Not(HasSubstr("inf")));
  EXPECT_THAT(json, Not(HasSubstr("nan")));
}

TEST(SelfCheckJson, SaysWhetherItIsOff) {
  const std::string json = document::writeJson(valueOf("f", insight::SelfCheck{true, sampleVerdict()}));
  EXPECT_THAT(json, HasSubstr("\"off\": true"));
  EXPECT_THAT(json, Not(HasSubstr("decision")));
}

}  // namespace
}  // namespace assay::emit::experiment
