// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/marks.h"

#include <string_view>
#include <vector>

#include "model/names.h"
#include "source/insertion.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/parallel.h"

namespace assay::scan {
namespace {

// Values one after the other, so that no two lists look alike.
class Marking {
 public:
  Marking& add(std::string_view value) {
    text_.append(std::to_string(value.size())).append(":").append(value);
    return *this;
  }
  Marking& addList(const std::vector<std::string>& values) {
    add(std::to_string(values.size()));
    for (const std::string& value : values) add(value);
    return *this;
  }
  [[nodiscard]] std::string mark() const { return contentHash(text_); }

 private:
  std::string text_;
};

std::string fromRoot(std::string text, const std::string& root) {
  for (std::size_t at = text.find(root); at != std::string::npos; at = text.find(root, at + 1))
    text.replace(at, root.size(), ".");
  return text;
}

void addCommand(const CompileCommand& command, const std::string& root, Marking& marking) {
  std::vector<std::string> arguments;
  for (const std::string& argument : command.arguments) arguments.push_back(fromRoot(argument, root));
  marking.add(fromRoot(command.file, root)).add(fromRoot(command.folder, root)).addList(arguments);
}

}  // namespace

std::string treeMark(const ReadRequest& request) {
  std::vector<std::string> hashes(request.files.size());
  forEachIndex(hashes.size(), request.options.jobs, [&](std::size_t i) {
    const auto bytes = readFile(request.root / request.files[i].path);
    if (bytes)
      hashes[i] = contentHash(source::hasInsertions(*bytes) ? source::stripInsertions(*bytes) : *bytes);
  });
  Marking marking;
  for (std::size_t i = 0; i < hashes.size(); ++i) marking.add(request.files[i].path).add(hashes[i]);
  return marking.mark();
}

std::string optionsMark(const ScanOptions& options, const Build& build) {
  Marking marking;
  marking.addList(options.exclude).addList(options.parse.extraArguments).addList(options.parse.queryDrivers);
  for (const std::filesystem::path& path : options.paths)
    marking.add(path.lexically_relative(build.root).string());
  marking.add(options.skip.vendored ? "without vendored" : "")
      .add(options.skip.generated ? "without generated" : "");
  for (const auto& [word, authorship] : options.tags.aliases)
    marking.add(word).add(model::nameOf(authorship));
  for (const ErrorPolicy& policy : options.errors) marking.add(policy.files).add(policy.words);
  for (const auto& [file, commands] : build.database)
    for (const CompileCommand& command : commands) addCommand(command, build.root.string(), marking);
  return marking.mark();
}

}  // namespace assay::scan
