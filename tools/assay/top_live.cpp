// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/top_live.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <utility>

#include "assay/live_terminal.h"
#include "assay/terminal.h"
#include "assay/typed_filter.h"
#include "support/strings.h"
#include "telemetry/row_filter.h"
#include "telemetry/table_text.h"

namespace assay::tool {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using telemetry::SortKey;

constexpr auto kRefresh = 1s;
constexpr std::size_t kFewestRows = 1;

class LiveView {
 public:
  explicit LiveView(TopSource source)
      : source_(std::move(source)), filter_(source_.filter), colour_(wantsColour(STDOUT_FILENO)) {}

  Expected<void> refresh();
  /// False when the view is to end.
  bool handle(const Input& input);
  [[nodiscard]] std::vector<std::string> lines(std::size_t rows);
  [[nodiscard]] Clock::duration untilRefresh() const { return read_ + kRefresh - Clock::now(); }
  [[nodiscard]] bool isPaused() const { return paused_; }
  [[nodiscard]] Diagnostics takeDiagnostics() { return std::move(diagnostics_); }
  void setTrouble(std::string trouble) { trouble_ = std::move(trouble); }

 private:
  void arrange();
  void handleKey(char key);
  void scroll(std::ptrdiff_t rows);
  [[nodiscard]] std::vector<std::string> head(std::size_t columns) const;
  [[nodiscard]] std::string foot(std::size_t columns) const;

  TopSource source_;
  TypedFilter filter_;
  bool colour_;
  TopFrame frame_;
  telemetry::FunctionTable shown_;
  telemetry::CallCounts counts_;
  Clock::time_point read_;
  bool first_ = true;
  bool paused_ = false;
  std::size_t firstRow_ = 0;
  std::size_t page_ = 1;
  std::string trouble_;
  Diagnostics diagnostics_;
};

Expected<void> LiveView::refresh() {
  const Clock::time_point now = Clock::now();
  const std::chrono::duration<double> elapsed = now - std::exchange(read_, now);
  Diagnostics diagnostics;
  ASSAY_TRY(frame_, readFrame(source_, diagnostics));
  diagnostics_ = std::move(diagnostics);
  trouble_.clear();
  telemetry::CallCounts counts = telemetry::countCalls(frame_.collection.processes);
  if (!std::exchange(first_, false)) telemetry::setRates(frame_.table, counts_, counts, elapsed.count());
  counts_ = std::move(counts);
  arrange();
  return {};
}

// Paused or not, what a key changes is seen at once.
void LiveView::arrange() {
  source_.filter = filter_.text();
  shown_ = shownTable(source_, frame_.table);
  scroll(0);
}

bool LiveView::handle(const Input& input) {
  switch (input.kind) {
    case InputKind::Quit: return false;
    case InputKind::Up: scroll(-1); break;
    case InputKind::Down: scroll(1); break;
    case InputKind::PageUp: scroll(-static_cast<std::ptrdiff_t>(page_)); break;
    case InputKind::PageDown: scroll(static_cast<std::ptrdiff_t>(page_)); break;
    case InputKind::Escape: filter_.clear(); break;
    case InputKind::Key:
      if (!filter_.isTyping() && (input.key == 'q' || input.key == 'Q')) return false;
      handleKey(input.key);
      break;
    case InputKind::Redraw: break;
  }
  arrange();
  return true;
}

void LiveView::handleKey(char key) {
  if (filter_.isTyping()) return filter_.take(key);
  if (key == '/') filter_.begin();
  if (key == 's') {
    const std::size_t next = (static_cast<std::size_t>(source_.sortedBy) + 1) % telemetry::kSortKeys;
    source_.sortedBy = static_cast<SortKey>(next);
  }
  if (key == 'r') source_.reversed = !source_.reversed;
  if (key == 'p' || key == ' ') paused_ = !paused_;
}

void LiveView::scroll(std::ptrdiff_t rows) {
  const auto last = static_cast<std::ptrdiff_t>(shown_.rows.size()) - static_cast<std::ptrdiff_t>(page_);
  const auto wanted = static_cast<std::ptrdiff_t>(firstRow_) + rows;
  firstRow_ = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, std::min(wanted, last)));
}

std::vector<std::string> LiveView::head(std::size_t columns) const {
  std::vector<std::string> lines =
      telemetry::summaryLines(frame_.table, {.columns = columns, .colour = colour_});
  if (const std::size_t unreadable = frame_.collection.unreadable; unreadable > 0)
    lines.push_back(ellipsize(fmt::format("{} unreadable (why: q, or --once)", unreadable), columns));
  if (!filter_.text().empty())
    lines.push_back(ellipsize(
        telemetry::keptText(shown_.rows.size(), frame_.table.rows.size(), filter_.text()), columns));
  if (!trouble_.empty()) lines.push_back(ellipsize(visibleText(trouble_), columns));
  lines.emplace_back();
  return lines;
}

std::string LiveView::foot(std::size_t columns) const {
  const std::string keys = filter_.isTyping() ? fmt::format("{}  Enter done  Esc all", filter_.prompt())
                                              : fmt::format("q quit  s sort  r reverse  / find  p {}",
                                                            paused_ ? "go on (paused)" : "pause");
  const std::string text = ellipsize(keys, columns);
  return colour_ ? "\033[2m" + text + "\033[0m" : text;
}

std::vector<std::string> LiveView::lines(std::size_t rows) {
  const std::size_t columns = terminalColumns(STDOUT_FILENO);
  std::vector<std::string> lines = head(columns);
  telemetry::TableStyle style{.columns = columns,
                              .firstRow = firstRow_,
                              .rows = rows,
                              .colour = colour_,
                              .sortedBy = source_.sortedBy,
                              .reversed = source_.reversed};
  std::vector<std::string> table;
  if (frame_.collection.processes.empty()) {
    for (const std::string& text : nothingRecorded(source_.folder))
      for (std::string& line : telemetry::wrapped(text, columns)) table.push_back(std::move(line));
  } else {
    // Notes under the table need room too, and how many there are depends on the rows shown.
    while ((table = telemetry::tableLines(shown_, style)).size() + lines.size() + 1 > rows &&
           style.rows > kFewestRows)
      style.rows = std::max<std::size_t>(std::min(style.rows, shown_.rows.size()), 1) - 1;
  }
  page_ = std::max<std::size_t>(style.rows, 1);
  lines.insert(lines.end(), table.begin(), table.end());
  if (lines.size() + 1 > rows) lines.resize(rows - 1);
  lines.push_back(foot(columns));
  return lines;
}

}  // namespace

Expected<void> runLive(TopSource source, Diagnostics& diagnostics) {
  LiveView view(std::move(source));
  ASSAY_TRY_VOID(view.refresh());
  LiveTerminal terminal;
  for (bool goOn = true; goOn;) {
    if (!terminal.show(view.lines(terminal.rows()))) break;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(view.untilRefresh());
    for (const Input& input : terminal.wait(view.isPaused() ? std::chrono::milliseconds(60s) : left))
      goOn = view.handle(input) && goOn;
    if (!goOn || view.isPaused() || view.untilRefresh() > Clock::duration::zero()) continue;
    if (const auto read = view.refresh(); !read) view.setTrouble(read.error().message);
  }
  diagnostics.append(view.takeDiagnostics());
  return {};
}

}  // namespace assay::tool
