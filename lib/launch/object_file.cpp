// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/object_file.h"

#include <elf.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <functional>
#include <map>
#include <optional>
#include <string_view>

#include "support/file.h"
#include "support/strings.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

// Every symbol of the runtime, and what the headers instantiate in C++.
bool isOfRuntime(std::string_view symbol) {
  return symbol.starts_with("assay_v1_") || symbol.starts_with("_ZN5assay2v1") ||
         symbol.starts_with("_ZNK5assay2v1");
}

// Objects may be cut short or made to deceive: nothing is read outside of the bytes.
class Elf {
 public:
  explicit Elf(std::string_view bytes) : bytes_(bytes) {}

  bool open() {
    const auto header = read<Elf64_Ehdr>(0);
    constexpr unsigned char kOrder = std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 ||
        header->e_ident[EI_CLASS] != ELFCLASS64 || header->e_ident[EI_DATA] != kOrder ||
        header->e_type != ET_REL)
      return false;
    readSections(*header);
    return findSymbols();
  }

  bool hasGuards() const {
    const std::string_view names =
        bytes_.substr(std::min<std::size_t>(names_.sh_offset, bytes_.size()), names_.sh_size);
    if (names.find("assay") == std::string_view::npos) return false;
    for (std::size_t i = 0; i < symbolCount(); ++i)
      if (isOfRuntime(symbolName(i))) return true;
    return false;
  }

  std::vector<SharedFunction> sharedFunctions() const {
    std::map<std::size_t, std::size_t> groupOf;  // section -> its place in the result
    std::vector<SharedFunction> functions;
    for (const Elf64_Shdr& section : sections_)
      if (section.sh_type == SHT_GROUP) takeGroup(section, groupOf, functions);
    for (const Elf64_Shdr& section : sections_) {
      const auto group = groupOf.find(section.sh_info);
      if (section.sh_type == SHT_RELA && group != groupOf.end() && refersToRuntime(section))
        functions[group->second].guarded = true;
    }
    return functions;
  }

 private:
  template <class T>
  std::optional<T> read(std::size_t offset) const {
    if (offset > bytes_.size() || bytes_.size() - offset < sizeof(T)) return std::nullopt;
    T value;
    std::memcpy(&value, bytes_.data() + offset, sizeof(T));
    return value;
  }

  // With more than 65,279 sections the first one has the number of them.
  void readSections(const Elf64_Ehdr& header) {
    std::size_t count = header.e_shnum;
    const auto first = read<Elf64_Shdr>(header.e_shoff);
    if (count == 0 && first) count = first->sh_size;
    for (std::size_t i = 0; i < count; ++i) {
      const auto section = read<Elf64_Shdr>(header.e_shoff + i * sizeof(Elf64_Shdr));
      if (!section) return;
      sections_.push_back(*section);
    }
  }

  bool findSymbols() {
    const auto found = std::ranges::find(sections_, Elf64_Word{SHT_SYMTAB}, &Elf64_Shdr::sh_type);
    if (found == sections_.end() || found->sh_link >= sections_.size()) return false;
    symbols_ = *found;
    names_ = sections_[found->sh_link];
    return true;
  }

  std::size_t symbolCount() const {
    return std::min<std::size_t>(symbols_.sh_size, bytes_.size()) / sizeof(Elf64_Sym);
  }

  std::string_view symbolName(std::size_t number) const {
    const auto symbol = read<Elf64_Sym>(symbols_.sh_offset + number * sizeof(Elf64_Sym));
    if (!symbol || symbol->st_name >= names_.sh_size || names_.sh_offset > bytes_.size()) return {};
    const std::string_view names = bytes_.substr(names_.sh_offset, names_.sh_size);
    if (symbol->st_name >= names.size()) return {};
    const std::string_view name = names.substr(symbol->st_name);
    return name.substr(0, name.find('\0'));
  }

  // A group of code that is not the runtime's own is a function.
  void takeGroup(const Elf64_Shdr& group, std::map<std::size_t, std::size_t>& groupOf,
                 std::vector<SharedFunction>& functions) const {
    const std::string_view signature = symbolName(group.sh_info);
    if (signature.empty() || isOfRuntime(signature)) return;
    std::vector<std::size_t> code;
    for (std::size_t at = sizeof(Elf64_Word); at + sizeof(Elf64_Word) <= group.sh_size;
         at += sizeof(Elf64_Word)) {
      const auto member = read<Elf64_Word>(group.sh_offset + at);
      if (!member) return;
      if (*member < sections_.size() && (sections_[*member].sh_flags & SHF_EXECINSTR) != 0)
        code.push_back(*member);
    }
    if (code.empty()) return;
    for (const std::size_t section : code) groupOf[section] = functions.size();
    functions.push_back({std::string(signature), false});
  }

  bool refersToRuntime(const Elf64_Shdr& relocations) const {
    for (std::size_t at = 0; at + sizeof(Elf64_Rela) <= relocations.sh_size; at += sizeof(Elf64_Rela)) {
      const auto relocation = read<Elf64_Rela>(relocations.sh_offset + at);
      if (!relocation) return false;
      if (isOfRuntime(symbolName(ELF64_R_SYM(relocation->r_info)))) return true;
    }
    return false;
  }

  std::string_view bytes_;
  std::vector<Elf64_Shdr> sections_;
  Elf64_Shdr symbols_{};
  Elf64_Shdr names_{};
};

constexpr std::string_view kArchive = "!<arch>\n";
constexpr std::string_view kThinArchive = "!<thin>\n";

using Visitor = std::function<void(std::string name, std::string_view bytes)>;

// An archive's members, with their names; those of a thin one are files.
class Archive {
 public:
  Archive(fs::path file, std::string_view bytes)
      : file_(std::move(file)), bytes_(bytes), thin_(bytes.starts_with(kThinArchive)) {}

  void visit(const Visitor& visitor) {
    constexpr std::size_t kHeader = 60;
    constexpr std::size_t kSizeAt = 48;
    constexpr std::size_t kSizeDigits = 10;
    for (std::size_t at = kArchive.size(); at + kHeader <= bytes_.size();) {
      const std::string_view header = bytes_.substr(at, kHeader);
      std::size_t size = 0;
      const std::string_view digits = trim(header.substr(kSizeAt, kSizeDigits));
      std::from_chars(digits.data(), digits.data() + digits.size(), size);
      const std::string_view name = trimRight(header.substr(0, 16));
      const bool special = name == "/" || name == "//" || name == "/SYM64/";
      const std::string_view member = bytes_.substr(at + kHeader, thin_ && !special ? 0 : size);
      if (name == "//") longNames_ = member;
      if (!special) take(nameOf(name), member, visitor);
      at += kHeader + member.size() + (member.size() % 2);
      if (!special && !thin_ && member.size() < size) break;
    }
  }

 private:
  // "a.o/", or "/12": where the name begins in the table of long names.
  std::string nameOf(std::string_view name) const {
    std::size_t offset = 0;
    if (name.starts_with('/') &&
        std::from_chars(name.data() + 1, name.data() + name.size(), offset).ec == std::errc() &&
        offset < longNames_.size())
      name = longNames_.substr(offset, longNames_.substr(offset).find('\n'));
    if (name.ends_with('/')) name.remove_suffix(1);
    return std::string(name);
  }

  void take(const std::string& name, std::string_view member, const Visitor& visitor) const {
    const std::string shown = file_.string() + "(" + name + ")";
    if (!thin_) return visitor(shown, member);
    if (const auto bytes = readFile(file_.parent_path() / name)) visitor(shown, *bytes);
  }

  fs::path file_;
  std::string_view bytes_;
  std::string_view longNames_;
  bool thin_;
};

}  // namespace

ObjectFacts factsOfObject(std::string name, std::string_view bytes) {
  ObjectFacts facts{std::move(name), false, {}};
  Elf elf(bytes);
  if (!elf.open()) return facts;
  facts.hasGuards = elf.hasGuards();
  facts.functions = elf.sharedFunctions();
  return facts;
}

std::vector<ObjectFacts> readObjects(const fs::path& file, ObjectKind kind) {
  std::vector<ObjectFacts> objects;
  const auto bytes = readFile(file);
  if (!bytes) return objects;
  const auto take = [&](std::string name, std::string_view object) {
    Elf elf(object);
    if (!elf.open() || elf.hasGuards() != (kind == ObjectKind::Guarded)) return;
    objects.push_back({std::move(name), kind == ObjectKind::Guarded, elf.sharedFunctions()});
  };
  if (bytes->starts_with(kArchive) || bytes->starts_with(kThinArchive))
    Archive(file, *bytes).visit(take);
  else
    take(file.string(), *bytes);
  return objects;
}

}  // namespace assay::launch
