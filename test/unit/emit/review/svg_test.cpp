// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/svg.h"

#include <gmock/gmock.h>

namespace assay::emit::review {
namespace {

using ::testing::ElementsAre;

TEST(Scale, IsLinearOrLogarithmic) {
  const Scale linear{0, 10, 100, 200};
  EXPECT_DOUBLE_EQ(linear.at(5), 150);
  EXPECT_DOUBLE_EQ(linear.at(-5), 100) << "outside is at the nearest end";
  EXPECT_DOUBLE_EQ(linear.at(50), 200);
  const Scale logarithmic{1, 100, 50, 0, true};
  EXPECT_DOUBLE_EQ(logarithmic.at(10), 25);
  EXPECT_DOUBLE_EQ(logarithmic.at(0), 50);
}

TEST(Decades, ArePowersOfTen) {
  EXPECT_THAT(decades(0.5, 200), ElementsAre(1, 10, 100));
  EXPECT_THAT(decades(1, 10), ElementsAre(1, 10));
  EXPECT_THAT(decades(2, 30), ElementsAre(2, 30)) << "one power of ten is no scale";
  EXPECT_LE(decades(1e-9, 1e12).size(), 8u);
}

TEST(Svg, IsEscapedAndClosed) {
  Svg svg(10, 20, "a \"b\"");
  svg.line({0, 0}, {1, 1.25}, "grid");
  const std::vector<Point> points = {{0, 0}, {1, 2}};
  svg.curve(points, "mean");
  svg.dot({1, 1}, "mean");
  svg.bar({0, 1}, {2, 3}, "errors");
  svg.cells(points, {3, 4}, "heat");
  svg.cells({}, {3, 4}, "heat");
  svg.text({1, 2}, "<script>", Svg::Anchor::End);
  EXPECT_EQ(std::move(svg).take(),
            "<svg viewBox=\"0 0 10.0 20.0\" role=\"img\" aria-label=\"a &quot;b&quot;\">"
            "<line class=\"grid\" x1=\"0.0\" y1=\"0.0\" x2=\"1.0\" y2=\"1.2\"/>"
            "<polyline class=\"mean\" points=\"0.0,0.0 1.0,2.0\"/>"
            "<circle class=\"mean\" cx=\"1.0\" cy=\"1.0\" r=\"2.5\"/>"
            "<rect class=\"errors\" x=\"0.0\" y=\"1.0\" width=\"2.0\" height=\"3.0\"/>"
            "<path class=\"heat\" d=\"M0.0,0.0h3.0v4.0h-3.0zM1.0,2.0h3.0v4.0h-3.0z\"/>"
            "<text x=\"1.0\" y=\"2.0\" text-anchor=\"end\">&lt;script&gt;</text></svg>");
}

}  // namespace
}  // namespace assay::emit::review
