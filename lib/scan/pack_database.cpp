// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/pack_database.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scan/archive.h"
#include "scan/archive_fields.h"

namespace assay::scan {
namespace {

using WordNumbers = std::vector<unsigned>;  // of words: the folder, then the arguments
using PackedUnit = std::pair<std::string, std::vector<WordNumbers>>;

class WordTable {
 public:
  unsigned numberOf(const std::string& word) {
    const auto [known, isNew] = numbers_.try_emplace(word, static_cast<unsigned>(words_.size()));
    if (isNew) words_.push_back(word);
    return known->second;
  }
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

 private:
  std::vector<std::string> words_;
  std::unordered_map<std::string, unsigned> numbers_;
};

WordNumbers numbersOf(const CompileCommand& command, WordTable& table) {
  WordNumbers numbers{table.numberOf(command.folder)};
  for (const std::string& argument : command.arguments) numbers.push_back(table.numberOf(argument));
  return numbers;
}

std::optional<CompileCommand> commandOfNumbers(const std::string& file, const WordNumbers& numbers,
                                               const std::vector<std::string>& words) {
  const bool known = std::ranges::all_of(numbers, [&](unsigned number) { return number < words.size(); });
  if (!known || numbers.empty()) return std::nullopt;
  CompileCommand command{words[numbers.front()], file, {}, false};
  command.arguments.reserve(numbers.size() - 1);
  for (std::size_t i = 1; i < numbers.size(); ++i) command.arguments.push_back(words[numbers[i]]);
  return command;
}

}  // namespace

std::string packDatabase(const KeptDatabase& database) {
  WordTable table;
  std::vector<PackedUnit> units;
  for (const auto& [file, commands] : database.read.commands) {
    PackedUnit& unit = units.emplace_back(file, std::vector<WordNumbers>());
    for (const CompileCommand& command : commands) unit.second.push_back(numbersOf(command, table));
  }
  ArchiveWriter writer;
  writer(database.path, database.stamp, database.read.places, database.read.repeatable, table.words(), units);
  return writer.take();
}

std::optional<KeptDatabase> unpackDatabase(std::string_view bytes) {
  KeptDatabase database;
  std::vector<std::string> words;
  std::vector<PackedUnit> units;
  ArchiveReader reader(bytes);
  reader(database.path, database.stamp, database.read.places, database.read.repeatable, words, units);
  if (!reader.ok() || !reader.atEnd()) return std::nullopt;
  for (const auto& [file, commands] : units)
    for (const WordNumbers& numbers : commands) {
      auto command = commandOfNumbers(file, numbers, words);
      if (!command) return std::nullopt;
      database.read.commands[file].push_back(*std::move(command));
    }
  return database;
}

}  // namespace assay::scan
