// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an object file or an archive says about guards: which functions that other objects may define as well
// (inline functions, templates: COMDAT groups) are guarded in it, and which are not. Reads ELF, as far as
// that takes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assay::launch {

struct SharedFunction {
  std::string symbol;
  bool guarded = false;  ///< its code calls the runtime

  bool operator==(const SharedFunction&) const = default;
};

struct ObjectFacts {
  std::string name;        ///< "a.o"; "libb.a(b.o)" for a member
  bool hasGuards = false;  ///< something in it refers to the runtime
  std::vector<SharedFunction> functions;
};

enum class ObjectKind {
  Guarded,  ///< something in it refers to the runtime
  Plain,
};

/// The objects of this kind in a file: itself, or the members of an archive. What cannot be read (bitcode,
/// another machine's objects) says nothing and is left out.
std::vector<ObjectFacts> readObjects(const std::filesystem::path& file, ObjectKind kind);

/// The facts of one object's bytes; an object without any when it is not understood.
ObjectFacts factsOfObject(std::string name, std::string_view bytes);

}  // namespace assay::launch
