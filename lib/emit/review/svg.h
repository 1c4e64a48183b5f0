// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A drawing inside a page: scales, and the few marks that charts are made of. Colours are the page's, by
// class. Knows nothing of reviews.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay::emit::review {

/// Where values lie on the drawing, in its units.
struct Scale {
  double low = 0;
  double high = 1;           ///< above `low`
  double from = 0;           ///< place of `low`
  double to = 1;             ///< place of `high`
  bool logarithmic = false;  ///< both ends above zero, then

  /// Values outside are at the nearest end.
  [[nodiscard]] double at(double value) const;
};

/// Powers of ten from `low` to `high`, both above zero; where that are fewer than two, both ends. Seven at
/// most: every second, third, … where there would be more.
std::vector<double> decades(double low, double high);

using Point = std::pair<double, double>;  ///< from the left, from the top

class Svg {
 public:
  Svg(double width, double height, std::string_view label);

  void line(Point from, Point to, std::string_view kind);
  void curve(std::span<const Point> points, std::string_view kind);
  void dot(Point at, std::string_view kind);
  void bar(Point at, Point size, std::string_view kind);
  /// Rectangles of one size and kind, by their upper left corners, as one element. Nothing for none.
  void cells(std::span<const Point> at, Point size, std::string_view kind);
  enum class Anchor { Start, Middle, End };
  /// The text is escaped here.
  void text(Point at, std::string_view text, Anchor anchor);

  [[nodiscard]] std::string take() &&;

 private:
  std::string svg_;
};

}  // namespace assay::emit::review
