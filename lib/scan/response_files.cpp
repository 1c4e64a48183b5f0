// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/response_files.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/Allocator.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/ConvertUTF.h>
#include <llvm/Support/StringSaver.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "support/file.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

// Files that include each other many times would never end.
constexpr std::size_t kMostWords = 100'000;

std::string inUtf8(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) return text.substr(3);
  std::string converted;
  const llvm::ArrayRef<char> bytes(text.data(), text.size());
  if (llvm::hasUTF16ByteOrderMark(bytes) && llvm::convertUTF16ToUTF8String(bytes, converted))
    return converted;
  return text;
}

std::vector<std::string> wordsIn(const std::string& text) {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver(memory);
  llvm::SmallVector<const char*, 0> words;
  llvm::cl::TokenizeGNUCommandLine(text, saver, words);
  return {words.begin(), words.end()};
}

class Expansion {
 public:
  Expansion(const std::string& folder, std::set<std::string>& asked) : folder_(folder), asked_(asked) {}

  void add(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      const auto inner = word.size() > 1 && word.starts_with('@') ? read(word.substr(1)) : std::nullopt;
      if (inner)
        addFile(*inner);
      else
        out.push_back(word);
    }
  }

  std::vector<std::string> out;

 private:
  struct File {
    std::string path;
    std::string text;
  };

  // Nothing for what cannot be had.
  std::optional<File> read(const std::string& name) {
    std::string path = (fs::path(folder_) / name).lexically_normal().string();
    asked_.insert(path);
    std::error_code ignored;
    if (std::ranges::find(open_, path) != open_.end() || out.size() > kMostWords ||
        !fs::is_regular_file(path, ignored))
      return std::nullopt;
    auto text = readFile(path);
    if (!text) return std::nullopt;
    return File{std::move(path), inUtf8(*std::move(text))};
  }

  void addFile(const File& file) {
    open_.push_back(file.path);
    add(wordsIn(file.text));
    open_.pop_back();
  }

  const std::string& folder_;
  std::set<std::string>& asked_;
  std::vector<std::string> open_;
};

}  // namespace

std::vector<std::string> withResponseFiles(const std::vector<std::string>& words, const std::string& folder,
                                           std::set<std::string>& asked) {
  Expansion expansion(folder, asked);
  expansion.add(words);
  return std::move(expansion.out);
}

}  // namespace assay::scan
