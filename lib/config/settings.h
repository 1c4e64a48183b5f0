// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The options of every verb, described once (options_table.h): a row gives the flag `--key`, the key in
// .assay.yaml, the default and the help text. The command line wins over the file, the file over the default.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/expected.h"

namespace assay::config {

enum class OptionType { Flag, Text, Path, Number, List };

struct Option {
  std::string_view key;    ///< "build-folder": the flag without its dashes and the key in .assay.yaml
  std::string_view flags;  ///< as CLI11 takes them: "-p,--build-folder"
  std::string_view verbs;  ///< blank-separated: "scan instrument"
  OptionType type = OptionType::Text;
  std::string_view valueName;        ///< "DIR"; empty for flags
  std::string_view fallback;         ///< default, as text; empty = none
  std::string_view help;             ///< one line
  bool inFile = true;                ///< false: makes sense on the command line only (--write, --once)
  std::string_view repeatedBy = {};  ///< verbs that take it several times, though it is no List
  /// All values that there are, blank-separated: "low medium high"; empty = any. Where it depends on the
  /// verb, "check: error warning; review: regression".
  std::string_view words = {};
};

/// All rows, ordered by key.
std::span<const Option> options();
/// Whether the option is one of the verb's.
bool belongsTo(const Option& row, std::string_view verb);
/// Whether the verb takes the option several times.
bool isRepeated(const Option& row, std::string_view verb);
/// The values that the verb takes, when there are only some; for shells to propose.
std::vector<std::string_view> wordsOf(const Option& row, std::string_view verb);
/// The rows of a verb.
std::vector<const Option*> optionsOf(std::string_view verb);

struct ErrorRule {
  std::string files;  ///< a pattern as in .gitignore
  std::string words;  ///< "negative false": words that are known
};

struct ThresholdRule {
  std::string functions;  ///< a function's name, or a pattern of files as in .gitignore
  std::string words;      ///< "mean 50ms errors 1%": not looked at here
  Location where;         ///< of the words
};

/// One `key: value` of a policy's rule; a value that is no list is a list of one.
struct PolicyKey {
  std::string key;
  std::vector<std::string> values;
  Location where;       ///< of the key
  Location valueWhere;  ///< of the value
};

/// One rule of `policies`, as it stands there: which policies and keys there are is not known here.
struct PolicyRule {
  std::string policy;
  Location where;  ///< of its name
  std::vector<PolicyKey> keys;
};

/// Where a value stands; a later one wins over an earlier one.
enum class Origin {
  TopLevel,     ///< of the file, for every verb
  Section,      ///< the file's map of the verb
  CommandLine,  ///< of this run
};

/// The values in force for one verb.
class Settings {
 public:
  /// Sets a value in place of one set before; Flag values are "true"/"false", a List takes several.
  void set(std::string_view key, std::vector<std::string> values, Origin origin = Origin::TopLevel);

  [[nodiscard]] bool has(std::string_view key) const;
  /// Where the value stands; nothing where there is none but the row's default.
  [[nodiscard]] std::optional<Origin> originOf(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] std::string text(std::string_view key) const;  ///< value or the row's default
  [[nodiscard]] std::vector<std::string> list(std::string_view key) const;
  [[nodiscard]] unsigned number(std::string_view key) const;  ///< checked when it was set

  /// Map-valued keys of the file that have no flag ("aliases": word -> generated|assisted|modified).
  std::map<std::string, std::string> aliases;
  /// "errors": which returns are failures (model/error_words.h) in the files that match, in the file's order.
  std::vector<ErrorRule> errors;
  /// "thresholds": what functions may do before somebody is told, in the file's order.
  std::vector<ThresholdRule> thresholds;
  /// "policies": what `assay check` finds, in the file's order.
  std::vector<PolicyRule> policies;

 private:
  struct Entry {
    std::vector<std::string> values;
    Origin origin;
  };
  std::map<std::string, Entry, std::less<>> entries_;
};

/// `.assay.yaml` in `start` or the nearest folder above; nothing when there is none.
std::optional<std::filesystem::path> findConfigFile(const std::filesystem::path& start);

/// Reads a configuration file for a verb: top-level keys, and a map named after the verb that wins over them.
/// Unknown keys, wrong types and options that belong on the command line fail (Usage) with file, line and the
/// nearest known key. Relative paths in the file are relative to the file's folder.
Expected<Settings> readConfigFile(const std::filesystem::path& file, std::string_view verb);
/// The same of a file's text.
Expected<Settings> readConfigText(const std::string& text, const std::filesystem::path& file,
                                  std::string_view verb);

}  // namespace assay::config
