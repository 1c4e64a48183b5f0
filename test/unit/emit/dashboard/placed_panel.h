// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a panel of a dashboard's JSON stands, to compare and to print.
#pragma once

#include <compare>
#include <ostream>
#include <string>

#include "document/value.h"

namespace assay::test {

struct PlacedPanel {
  std::string type;
  std::uint64_t id = 0;
  std::uint64_t x = 0, y = 0, width = 0, height = 0;

  auto operator<=>(const PlacedPanel&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const PlacedPanel& panel) {
  return out << panel.type << ' ' << panel.id << " at " << panel.x << ',' << panel.y << ' ' << panel.width
             << 'x' << panel.height;
}

/// Of a panel without a type or a place nothing is asked: it ends the test.
inline PlacedPanel placedPanel(const document::Value& panel) {
  const document::Value& grid = *panel.find("gridPos");
  const auto number = [](const document::Value& of, const char* key) {
    return of.find(key)->asUnsigned().value();
  };
  return {*panel.find("type")->asString(),
          number(panel, "id"),
          number(grid, "x"),
          number(grid, "y"),
          number(grid, "w"),
          number(grid, "h")};
}

}  // namespace assay::test
