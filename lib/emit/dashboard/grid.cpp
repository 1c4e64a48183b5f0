// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/grid.h"

#include <algorithm>
#include <utility>

namespace assay::emit::dashboard {
namespace {

using document::Array;
using document::Object;
using document::Value;

/// Where the next panel goes.
class Pen {
 public:
  Value place(const Panel& panel) {
    if (at_.x + panel.width > kGridWidth) nextLine();
    Value value = panelValue(panel, ++id_, at_);
    at_.x += panel.width;
    lineHeight_ = std::max(lineHeight_, panel.height);
    return value;
  }

  Object headline(const Row& row) {
    nextLine();
    Object value{{"type", "row"},
                 {"id", ++id_},
                 {"title", row.title},
                 {"collapsed", row.closed},
                 {"gridPos", Object{{"h", 1U}, {"w", kGridWidth}, {"x", 0U}, {"y", at_.y}}}};
    at_.y += 1;
    return value;
  }

 private:
  void nextLine() { at_ = {.x = 0, .y = at_.y + std::exchange(lineHeight_, 0U)}; }

  Place at_;
  unsigned lineHeight_ = 0;
  unsigned id_ = 0;
};

}  // namespace

Array placedPanels(const std::vector<Row>& rows) {
  Array placed;
  Pen pen;
  for (const Row& row : rows) {
    Object headline = pen.headline(row);
    Array panels;
    for (const Panel& panel : row.panels) panels.push_back(pen.place(panel));
    // Grafana keeps the panels of a closed row inside it, those of an open one after it.
    headline.push_back({"panels", Value(row.closed ? std::exchange(panels, {}) : Array{})});
    placed.push_back(Value(std::move(headline)));
    for (Value& panel : panels) placed.push_back(std::move(panel));
  }
  return placed;
}

}  // namespace assay::emit::dashboard
