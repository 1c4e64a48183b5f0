// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/overlay.h"

#include <fmt/format.h>

#include <set>
#include <system_error>

#include "support/file.h"
#include "support/hash.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

// A YAML scalar in double quotes.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      result += '\\';
    else if (static_cast<unsigned char>(c) < ' ') {
      result += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
      continue;
    }
    result += c;
  }
  return result + '"';
}

Expected<void> writeIfDifferent(const fs::path& file, const std::string& text) {
  const auto present = readFile(file);
  if (present && *present == text) return {};
  return writeFileAtomically(file, text);
}

// Texts that the index does not have any more.
void removeStale(const Places& places, const Index& index) {
  const fs::path folder = places.folder / "files";
  std::error_code error;
  std::vector<fs::path> stale;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (!it->is_regular_file(ignored)) continue;
    if (!index.files.contains(it->path().lexically_relative(folder).generic_string()))
      stale.push_back(it->path());
  }
  for (const fs::path& file : stale) fs::remove(file, error);
}

}  // namespace

std::string overlayText(const Places& places, const Index& index) {
  std::string text =
      "{ \"version\": 0, \"case-sensitive\": \"true\", \"use-external-names\": false, \"roots\": [";
  std::string_view separator = "\n";
  for (const std::string& root : index.roots)
    for (const auto& [file, ignored] : index.files) {
      text += fmt::format("{}{{ \"name\": {}, \"type\": \"file\", \"external-contents\": {} }}", separator,
                          quoted(root + "/" + file), quoted(places.text(file).string()));
      separator = ",\n";
    }
  return text + "\n] }\n";
}

Expected<Index> writeOverlay(const Places& places, Index index, const GuardedTexts& texts,
                             std::vector<std::string>& refused) {
  for (const auto& [file, guarded] : texts) {
    if (file.find_first_of("\n\r") != std::string::npos) {
      refused.push_back(file);
      continue;
    }
    ASSAY_TRY_VOID(writeIfDifferent(places.text(file), guarded.text));
    index.files[file] = {hash64(guarded.text), guarded.original};
  }
  ASSAY_TRY_VOID(writeIfDifferent(places.overlay(), overlayText(places, index)));
  ASSAY_TRY_VOID(writeIfDifferent(places.index(), indexText(index)));
  removeStale(places, index);
  return index;
}

}  // namespace assay::launch
