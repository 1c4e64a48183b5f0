// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_views.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "scan/configurations.h"
#include "scan/one_text.h"
#include "support/sort_stably.h"

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::State;

bool isActive(const AnnotatedFunction& entry) {
  return entry.state == State::Active;
}

std::size_t activeIn(const FileView& view) {
  return static_cast<std::size_t>(std::ranges::count_if(view.entries, isActive));
}

// A function of the file, whatever a configuration makes of its types.
auto placeOf(const AnnotatedFunction& entry) {
  return std::tuple(entry.lines, entry.bodyBegin, entry.bodyBegin.known() ? std::string() : entry.name);
}

template <class Entries>
auto findAt(Entries& entries, const AnnotatedFunction& wanted) {
  return std::ranges::find_if(entries, [&](const AnnotatedFunction& entry) {
    return isActive(entry) && placeOf(entry) == placeOf(wanted);
  });
}

bool isAt(const std::vector<AnnotatedFunction>& entries, const AnnotatedFunction& wanted) {
  return findAt(entries, wanted) != entries.end();
}

bool differs(const AnnotatedFunction& a, const AnnotatedFunction& b) {
  return a.name != b.name || a.also != b.also;
}

// The entries whose tag has nothing active yet, functions at places that are new, and other names of those
// that are known.
void addWhatIsMissing(const FileView& view, bool mayName, std::vector<AnnotatedFunction>& entries) {
  std::vector<AnnotatedFunction> added;
  for (const AnnotatedFunction& entry : view.entries) {
    if (!isActive(entry)) continue;
    const auto known = findAt(entries, entry);
    if (known == entries.end())
      added.push_back(entry);
    else if (mayName && differs(*known, entry))
      addSameText(*known, entry);
  }
  std::set<unsigned> lines;
  for (const AnnotatedFunction& entry : added) lines.insert(entry.tagLine);
  std::erase_if(entries, [&](const AnnotatedFunction& entry) {
    return !isActive(entry) && !model::isOneOfMany(entry) && lines.contains(entry.tagLine);
  });
  std::ranges::move(added, std::back_inserter(entries));
}

// Whether a view skips the function, as the tokens show it.
bool skips(const FileView& view, const AnnotatedFunction& function) {
  return std::ranges::any_of(view.entries, [&](const AnnotatedFunction& entry) {
    return entry.state == State::Inactive && entry.id == function.id && entry.lines == function.lines;
  });
}

// What the best view says, but for branches that another view has shown.
void say(const Diagnostics& said, const std::vector<AnnotatedFunction>& entries, Diagnostics& diagnostics) {
  const auto isShown = [&](unsigned line) {
    return std::ranges::any_of(
        entries, [&](const AnnotatedFunction& entry) { return isActive(entry) && entry.tagLine == line; });
  };
  for (const Diagnostic& one : said.all())
    if (one.id != "assay-scan-103" || !isShown(one.where.line)) diagnostics.add(one);
}

}  // namespace

void FileViews::add(FileView view, std::vector<std::string> configuration) {
  views_.push_back({std::move(view), std::move(configuration)});
}

bool FileViews::seenClean() const {
  return std::ranges::any_of(views_, [](const Seen& seen) { return seen.view.clean; });
}

std::vector<unsigned> FileViews::hiddenLines() const {
  if (views_.empty()) return {};
  std::vector<unsigned> hidden = views_.front().view.hidden;
  for (const Seen& seen : views_)
    std::erase_if(hidden, [&](unsigned line) { return !std::ranges::binary_search(seen.view.hidden, line); });
  return hidden;
}

std::vector<const AnnotatedFunction*> FileViews::declarations() const {
  std::vector<const AnnotatedFunction*> found;
  std::set<std::uint64_t> ids;
  for (const Seen* seen : byWorth())
    for (const AnnotatedFunction& entry : seen->view.entries)
      if (isActive(entry) && entry.traits.has(model::Trait::NoBody) && !entry.name.empty() &&
          ids.insert(entry.id).second)
        found.push_back(&entry);
  return found;
}

std::vector<const FileViews::Seen*> FileViews::byWorth() const {
  std::vector<const Seen*> order;
  for (const Seen& seen : views_) order.push_back(&seen);
  sortStably(order, {}, [](const Seen* seen) {
    return std::tuple(!seen->view.clean, -static_cast<std::ptrdiff_t>(activeIn(seen->view)));
  });
  return order;
}

std::vector<AnnotatedFunction> FileViews::take(Diagnostics& diagnostics) {
  if (views_.empty()) return {};
  const std::vector<const Seen*> order = byWorth();
  std::vector<AnnotatedFunction> entries = order.front()->view.entries;
  const bool clean = order.front()->view.clean;  // errors make wrong names
  for (std::size_t i = 1; i < order.size(); ++i)
    addWhatIsMissing(order[i]->view, order[i]->view.clean == clean, entries);
  // Of a tag with reach some functions are skipped, and only by some.
  std::erase_if(entries, [&](const AnnotatedFunction& entry) {
    return entry.state == State::Inactive && model::isOneOfMany(entry) &&
           !std::ranges::all_of(order, [&](const Seen* seen) { return skips(seen->view, entry); });
  });
  say(order.front()->view.diagnostics, entries, diagnostics);
  listConfigurations(entries);
  views_.clear();
  return entries;
}

void FileViews::listConfigurations(std::vector<AnnotatedFunction>& entries) const {
  const bool onlyClean = seenClean();  // what errors hid in a view says nothing about its configuration
  const auto counts = [&](const Seen& seen) { return seen.view.clean || !onlyClean; };
  std::vector<std::vector<std::string>> all;
  for (const Seen& seen : views_)
    if (counts(seen) && std::ranges::find(all, seen.configuration) == all.end())
      all.push_back(seen.configuration);
  if (all.size() < 2) return;
  std::ranges::sort(all);
  const std::vector<std::string> names = configurationNames(all);
  for (AnnotatedFunction& entry : entries) {
    if (!isActive(entry)) continue;
    std::vector<std::string> having;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (std::ranges::any_of(views_, [&](const Seen& seen) {
            return counts(seen) && seen.configuration == all[i] && isAt(seen.view.entries, entry);
          }))
        having.push_back(names[i]);
    if (having.size() < all.size()) entry.configurations = std::move(having);
  }
}

}  // namespace assay::scan
