// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One part of a scan that several machines share: what was found in the part's files, before entries of
// different files are merged. A scan in one go is the case of a single part. Plain data; the text form
// belongs to the manifest room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/annotated_function.h"
#include "model/manifest.h"

namespace assay::model {

/// Part `index` of `count`, from 1.
struct Shard {
  unsigned index = 1;
  unsigned count = 1;

  bool operator==(const Shard&) const = default;
};

inline constexpr unsigned kMostShards = 9999;

/// "2/3" -> {2, 3}; nothing unless 1 <= index <= count <= kMostShards.
std::optional<Shard> shardOf(std::string_view text);
std::string textOf(Shard shard);

/// Whether a file of the tree (root-relative) belongs to the part. Every file belongs to exactly one of them,
/// on every machine.
bool owns(Shard shard, std::string_view path);

struct Fragment {
  Shard shard;
  std::string tool;     ///< program and parser that made it, with their versions
  std::string tree;     ///< hash of the paths and contents of all files of the tree
  std::string options;  ///< hash of the options and build flags that decide the result
  std::vector<std::string>
      paths;             ///< the only files and folders that were scanned, root-relative; empty = all
  bool complete = true;  ///< false: a file of the part could not be read or parsed
  std::vector<std::string> unread;  ///< files and folders (ending in '/') of the part that could not be read
  TreeTotals totals;                ///< of the files that belong to the part, tagged or not
  std::vector<TaggedFile> files;    ///< tagged ones of the part
  std::vector<TaggedFile> definitionFiles;  ///< files without a tag that hold one of `definitions`
  /// What files of the part, tagged or not, hand over as signal handlers: names, in order.
  std::vector<std::string> signalHandlers;
  std::vector<AnnotatedFunction> entries;  ///< of `files`
  /// Definitions for tagged declarations of the part, wherever they are. Without tags.
  std::vector<AnnotatedFunction> definitions;

  bool operator==(const Fragment&) const = default;
};

}  // namespace assay::model
