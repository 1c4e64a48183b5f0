// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A set of small numbers (the files of a trace), quick to unite.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace assay::scan {

class FileSet {
 public:
  void add(unsigned file) {
    if (file / 64 >= words_.size()) words_.resize(file / 64 + 1);
    words_[file / 64] |= std::uint64_t{1} << (file % 64);
  }
  void add(const FileSet& other) {
    words_.resize(std::max(words_.size(), other.words_.size()));
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
  }
  [[nodiscard]] bool has(unsigned file) const {
    return file / 64 < words_.size() && (words_[file / 64] >> (file % 64) & 1) != 0;
  }
  /// In ascending order.
  [[nodiscard]] std::vector<unsigned> all() const {
    std::vector<unsigned> files;
    for (unsigned i = 0; i < words_.size() * 64; ++i)
      if (has(i)) files.push_back(i);
    return files;
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace assay::scan
