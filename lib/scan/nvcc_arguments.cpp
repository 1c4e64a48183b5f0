// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/nvcc_arguments.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "scan/begins_with_any.h"
#include "scan/clang_compat.h"
#include "scan/file_kind.h"
#include "scan/launchers.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;
using Words = std::pair<std::string_view, std::string_view>;

// Their value, after '=' or as the next word, goes with them. Dashes in front are left out in these tables.
constexpr std::array<std::string_view, 31> kDroppedWithValue = {"gencode",
                                                                "generate-code",
                                                                "arch",
                                                                "gpu-architecture",
                                                                "code",
                                                                "gpu-code",
                                                                "Xptxas",
                                                                "ptxas-options",
                                                                "Xcudafe",
                                                                "Xnvlink",
                                                                "nvlink-options",
                                                                "Xlinker",
                                                                "linker-options",
                                                                "Xarchive",
                                                                "maxrregcount",
                                                                "t",
                                                                "threads",
                                                                "default-stream",
                                                                "odir",
                                                                "output-directory",
                                                                "cudart",
                                                                "diag-suppress",
                                                                "diag-error",
                                                                "diag-warn",
                                                                "split-compile",
                                                                "keep-dir",
                                                                "dependency-output",
                                                                "output-file",
                                                                "rdc",
                                                                "relocatable-device-code",
                                                                "Werror"};

// Whole options, and those that begin so: they concern devices, outputs or warnings.
constexpr std::array<std::string_view, 24> kDroppedBeginnings = {"expt-",
                                                                 "extended-lambda",
                                                                 "dc",
                                                                 "device-c",
                                                                 "dlink",
                                                                 "device-link",
                                                                 "dw",
                                                                 "lineinfo",
                                                                 "generate-line-info",
                                                                 "use_fast_math",
                                                                 "use-fast-math",
                                                                 "G",
                                                                 "device-debug",
                                                                 "keep",
                                                                 "ptx",
                                                                 "cubin",
                                                                 "fatbin",
                                                                 "forward-",
                                                                 "ftz",
                                                                 "prec-",
                                                                 "fmad",
                                                                 "restrict",
                                                                 "compile",
                                                                 "generate-dependencies"};

constexpr std::array<Words, 9> kRenamed = {{{"include-path", "-I"},
                                            {"define-macro", "-D"},
                                            {"undefine-macro", "-U"},
                                            {"pre-include", "-include"},
                                            {"system-include", "-isystem"},
                                            {"isystem", "-isystem"},
                                            {"I", "-I"},
                                            {"std", "-std="},
                                            {"include", "-include"}}};

class FromNvcc {
 public:
  FromNvcc(const std::vector<std::string>& line, std::string_view file) : line_(line) {
    cuda_ = kindOf(file) == FileKind::Cuda || file.ends_with(".cuh");
  }

  Translation run() {
    out_.compiler = "c++";
    for (at_ = 1; at_ < line_.size(); ++at_) take(line_[at_]);
    const std::string toolkit = cudaToolkitOf(line_.front());
    std::vector<std::string> first;
    if (cuda_)
      first = cudaFlags(toolkit);
    else if (!toolkit.empty())
      first = {"-idirafter", toolkit + "/include"};
    out_.arguments.insert(out_.arguments.begin(), first.begin(), first.end());
    return std::move(out_);
  }

 private:
  void take(const std::string& word) {
    if (!word.starts_with('-')) {
      out_.arguments.push_back(word);
      return;
    }
    const std::string_view bare = std::string_view(word).substr(word.starts_with("--") ? 2 : 1);
    const std::size_t equals = bare.find('=');
    const std::string_view name = bare.substr(0, equals);
    inline_.reset();
    if (equals != std::string_view::npos) inline_ = bare.substr(equals + 1);
    if (name == "Xcompiler" || name == "compiler-options") return forHost(value());
    if (name == "ccbin" || name == "compiler-bindir") return takeHost(value());
    if (name == "x" || name == "language") return takeLanguage(value());
    if (takeRenamed(name)) return;
    if (std::ranges::find(kDroppedWithValue, name) != kDroppedWithValue.end()) {
      if (name != "Werror" || !inline_) static_cast<void>(value());
      return;
    }
    if (!beginsWithAny(bare, kDroppedBeginnings)) out_.arguments.push_back(word);
  }

  std::string value() {
    if (inline_) return std::string(*inline_);
    return at_ + 1 < line_.size() ? line_[++at_] : std::string();
  }

  void forHost(const std::string& flags) {
    for (const std::string_view flag : split(flags, ','))
      if (!flag.empty()) out_.arguments.emplace_back(flag);
  }

  void takeHost(const std::string& compiler) {
    std::error_code ignored;
    if (!compiler.empty() && !fs::is_directory(compiler, ignored)) out_.compiler = compiler;
  }

  void takeLanguage(const std::string& language) {
    cuda_ = language == "cu";
    if (!cuda_) out_.arguments.push_back("-x" + language);
  }

  bool takeRenamed(std::string_view name) {
    const auto* renamed = std::ranges::find(kRenamed, name, &Words::first);
    if (renamed == kRenamed.end()) return false;
    const std::string given = value();
    if (renamed->second.ends_with('='))
      out_.arguments.push_back(std::string(renamed->second) + given);
    else
      out_.arguments.insert(out_.arguments.end(), {std::string(renamed->second), given});
    return true;
  }

  const std::vector<std::string>& line_;
  std::size_t at_ = 0;
  std::optional<std::string_view> inline_;
  bool cuda_ = false;
  Translation out_;
};

// What Clang includes in front of each file, an older one even where CUDA 13 has it no more.
bool isKnownToClang(const std::string& toolkit) {
  std::error_code error;
  return compat::kKnowsCuda13 || fs::exists(toolkit + "/include/texture_fetch_functions.h", error);
}

}  // namespace

bool isNvcc(std::string_view compiler) {
  return toolName(compiler) == "nvcc";
}

std::string cudaToolkitOf(const std::string& compiler) {
  std::error_code error;
  const fs::path real = fs::canonical(compiler, error);
  if (error) return {};
  const fs::path folder = real.parent_path().parent_path();
  return fs::exists(folder / "include/cuda_runtime.h", error) ? folder.string() : std::string();
}

std::vector<std::string> cudaFlags(const std::string& toolkit) {
  std::vector<std::string> flags{"-xcuda", "--cuda-host-only", "-nocudalib", "--no-cuda-version-check"};
  if (!toolkit.empty() && isKnownToClang(toolkit)) {
    flags.push_back("--cuda-path=" + toolkit);
    return flags;
  }
  flags.emplace_back("-nocudainc");
  for (const char* word : {"global", "device", "host", "shared", "constant", "managed"})
    flags.push_back(std::string("-D__") + word + "__=__attribute__((" + word + "))");
  flags.emplace_back("-D__launch_bounds__(...)=__attribute__((launch_bounds(__VA_ARGS__)))");
  if (!toolkit.empty()) flags.insert(flags.end(), {"-isystem", toolkit + "/include"});
  return flags;
}

std::vector<std::string> usualCudaFlags() {
  return cudaFlags(cudaToolkitOf("/usr/local/cuda/bin/nvcc"));
}

Translation fromNvcc(const std::vector<std::string>& commandLine, std::string_view file) {
  return FromNvcc(commandLine, file).run();
}

}  // namespace assay::scan
