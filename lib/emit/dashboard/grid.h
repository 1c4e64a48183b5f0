// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rows of panels -> places on Grafana's grid of 24 columns: from left to right, and a new line where the next
// one does not fit.
#pragma once

#include <string>
#include <vector>

#include "document/value.h"
#include "emit/dashboard/panel.h"

namespace assay::emit::dashboard {

inline constexpr unsigned kGridWidth = 24;

/// Panels under a headline. One that is closed asks for nothing until somebody opens it.
struct Row {
  std::string title;
  std::vector<Panel> panels;
  bool closed = false;
};

/// The list `panels` of the dashboard. No two of them overlap; ids count from 1.
document::Array placedPanels(const std::vector<Row>& rows);

}  // namespace assay::emit::dashboard
