# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What is planted in the synthetic production of review_history.cpp, for who asks whether a review finds it."""

# By function: codes of findings. The others have none.
PLANTED = {
    "hiddenSquare": {"steep-growth"},
    "failsAboveSize": {"inputs-fail"},
    "failsForOneType": {"inputs-fail"},
    "drifts": {"slower"},
    "slowerSinceRelease": {"slower"},
    "failsMore": {"more-errors", "more-of-kind"},
    "leaksSinceRelease": {"keeps-more"},
    "allocatesMore": {"allocates-more"},
}
# What may be said of them besides, because it is true as well.
ALSO = {"fails-often", "slower-median", "slower-tail"}
# What is so in both weeks, and no change.
LASTING = {"steep-growth", "inputs-fail", "fails-often"}
HEALTHY = ("steadyOne", "steadyTwo", "steadyThree", "largerInputs", "rarelyCalled", "returnsBuffer")
# Of both weeks.
END = "2026-12-03"


def missed(name, codes):
    """Planted in the function and not among what was found."""
    return PLANTED.get(name, set()) - codes


def blamed(name, codes):
    """Found, and neither planted nor true besides."""
    return codes - PLANTED.get(name, set()) - (ALSO if name in PLANTED else set())
