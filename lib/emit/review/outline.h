// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a review says, in its order, before it is text, Markdown or a page: the formats differ in looks alone.
// Nothing is escaped; what a terminal must not see is visible text in all but the subjects.
#pragma once

#include <string>
#include <vector>

#include "emit/review/review.h"
#include "insight/league.h"

namespace assay::emit::review {

/// One function, or a statement. What it points at lives as long as the document.
struct Item {
  const insight::Subject* subject = nullptr;
  std::string text = {};                            ///< behind the subject; may be empty
  std::vector<std::string> lines = {};              ///< below it
  const insight::FunctionReview* review = nullptr;  ///< where there is something to draw
};

struct Section {
  std::string title;
  std::string note = {};  ///< how the list is ordered; may be empty
  std::vector<Item> items = {};
  std::string none = {};  ///< said in place of items; empty = a section without items is left out
  bool numbered = false;
};

struct League {
  std::string title;  ///< "By model"
  std::vector<insight::LeagueRow> rows;
};

struct Outline {
  std::string title;
  std::vector<std::string> lines;
  std::vector<Section> sections;
  std::vector<League> leagues;  ///< without those in which no group has a name
  std::string leagueNote;
  Section coverage;
};

Outline outlineOf(const Document& document);

/// "0.401 % (0.0877 to 0.945 %)" and "1 of 5: 22.6 % (2.63 to 55.5 %)": never a share without its interval.
std::string errorShareText(const insight::LeagueRow& row);
std::string worseShareText(const insight::LeagueRow& row);

/// "f (GPT-4) a.cc:3: 57 calls that fail": an item's first line, visible.
std::string itemText(const Item& item);

/// What stands in the place of a name that nobody gave.
inline constexpr const char* kNotGiven = "(not given)";

}  // namespace assay::emit::review
