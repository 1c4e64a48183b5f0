// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For tests of this room: traces built by hand, of what the preprocessor would have reported.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scan/replay.h"

namespace assay::test {}

namespace assay::scan::test {

using namespace assay::test;  // for those who say test:: in this room

/// A unit in the making. Files are entered by opening an instance; events go to the instance they are given.
class Trace {
 public:
  unsigned file(const std::string& path, bool guarded = false) {
    trace.files.push_back({path, false, guarded});
    return static_cast<unsigned>(trace.files.size() - 1);
  }
  unsigned header(const std::string& path) { return file(path, true); }
  unsigned system(const std::string& path) {
    const unsigned index = header(path);
    trace.files[index].system = true;
    return index;
  }
  unsigned name(const std::string& text) {
    trace.names.push_back(text);
    return static_cast<unsigned>(trace.names.size() - 1);
  }
  unsigned definition(unsigned byFile) {
    trace.definitions.push_back(byFile);
    return static_cast<unsigned>(trace.definitions.size() - 1);
  }
  unsigned enter(unsigned file) {
    const auto instance = static_cast<unsigned>(trace.instances.size());
    trace.instances.push_back({file, {}});
    if (trace.files[file].entered++ == 0) trace.files[file].first = instance;
    return instance;
  }
  unsigned include(unsigned from, unsigned file, unsigned at = 0) {
    const unsigned entered = enter(file);
    event(from, TraceKind::Include, file, entered);
    trace.instances[from].includedAt.push_back(at);
    return entered;
  }
  void includeAgain(unsigned from, unsigned file, unsigned at = 0) {
    event(from, TraceKind::Include, file, kNone);
    trace.instances[from].includedAt.push_back(at);
  }
  void use(unsigned in, unsigned name, unsigned answer = kNone) { event(in, TraceKind::Use, name, answer); }
  void define(unsigned in, unsigned name, unsigned as) { event(in, TraceKind::Define, name, as); }
  void undefine(unsigned in, unsigned name) { event(in, TraceKind::Undefine, name, kNone); }
  [[nodiscard]] ReplayVerdict check(unsigned root, std::vector<unsigned> roots = {}) const {
    return Replay(trace, std::move(roots)).check(root);
  }

  [[nodiscard]] std::vector<unsigned> above(unsigned file, std::size_t offset) const {
    return Replay(trace, {}).includedAbove(file, offset).all();
  }

  [[nodiscard]] std::vector<unsigned> maybeAbove(unsigned file, std::size_t offset) const {
    return Replay(trace, {}).mayBeAbove(file, offset).all();
  }

  PreprocessorTrace trace;

 private:
  void event(unsigned in, TraceKind kind, unsigned what, unsigned answer) {
    trace.instances[in].events.push_back({kind, what, answer});
  }
};

}  // namespace assay::scan::test
