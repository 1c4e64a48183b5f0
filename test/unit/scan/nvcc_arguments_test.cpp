// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/nvcc_arguments.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::vector<std::string> translateCuda(const std::string& line, const std::string& file = "/a.cc") {
  std::vector<std::string> words;
  for (const std::string_view word : split(line, ' ')) words.emplace_back(word);
  return fromNvcc(words, file).arguments;
}

TEST(Nvcc, IsKnownByItsName) {
  EXPECT_TRUE(isNvcc("/usr/local/cuda-12/bin/nvcc"));
  EXPECT_FALSE(isNvcc("nvc++"));
}

TEST(FromNvcc, HandsOverWhatIsForTheHost) {
  EXPECT_THAT(translateCuda("/none/nvcc -Xcompiler -fPIC,-DA=1 --compiler-options=-m64 -DX -Iinc -std c++17 "
                            "--include-path=x --define-macro Y -isystem=sys --pre-include p.h -O2"),
              ElementsAre("-fPIC", "-DA=1", "-m64", "-DX", "-Iinc", "-std=c++17", "-I", "x", "-D", "Y",
                          "-isystem", "sys", "-include", "p.h", "-O2"));
}

TEST(FromNvcc, LeavesOutWhatIsForDevices) {
  EXPECT_THAT(
      translateCuda(
          "/none/nvcc -gencode arch=compute_70,code=sm_70 --generate-code=arch=compute_80 -arch=sm_70 "
          "-arch sm_80 --expt-relaxed-constexpr --extended-lambda -Xptxas -v -Xcudafe --display -rdc=true "
          "-dc -lineinfo --use_fast_math -maxrregcount 32 --threads 4 -DX"),
      ElementsAre("-DX"));
}

TEST(FromNvcc, TheHostsCompilerTellsTheTarget) {
  EXPECT_EQ(fromNvcc({"nvcc", "-ccbin", "aarch64-linux-gnu-g++"}, "/a.cc").compiler, "aarch64-linux-gnu-g++");
  EXPECT_EQ(fromNvcc({"nvcc", "-ccbin=/usr"}, "/a.cc").compiler, "c++") << "a folder";
}

TEST(FromNvcc, CudaIsReadForTheHost) {
  EXPECT_THAT(translateCuda("/none/nvcc", "/k.cu"), Contains("-xcuda"));
  EXPECT_THAT(translateCuda("/none/nvcc -x cu"), Contains("--cuda-host-only"));
  EXPECT_THAT(translateCuda("/none/nvcc -x c++", "/k.cu"), ElementsAre("-xc++"));
  EXPECT_THAT(translateCuda("/none/nvcc -x=cu"), Contains("-D__global__=__attribute__((global))"));
}

TEST(FromNvcc, TheToolkitBesideTheCompilerIsUsed) {
  const test::TemporaryFolder folder;
  const std::string nvcc = folder.write("cuda/bin/nvcc", "").string();
  EXPECT_EQ(cudaToolkitOf(nvcc), "");
  folder.write("cuda/include/cuda_runtime.h", "");
  folder.write("cuda/include/texture_fetch_functions.h", "");
  const std::string toolkit = (folder.path() / "cuda").string();
  EXPECT_EQ(cudaToolkitOf(nvcc), toolkit);
  EXPECT_THAT(translateCuda(nvcc, "/k.cu"), Contains("--cuda-path=" + toolkit));
  EXPECT_THAT(translateCuda(nvcc, "/k.cu"), Not(Contains("-nocudainc")));
  EXPECT_THAT(translateCuda(nvcc, "/k.cc"), ElementsAre("-idirafter", toolkit + "/include"));
}

// CUDA 13 has not all that Clang includes in front of each file before it knows that version; then it stays
// ordinary headers.
TEST(FromNvcc, AToolkitIsReadAsCudaOrAsHeaders) {
  const test::TemporaryFolder folder;
  folder.write("include/cuda_runtime.h", "");
  const std::string toolkit = folder.path().string();
  const auto flags = cudaFlags(toolkit);
  const auto has = [&](const std::string& flag) { return std::ranges::count(flags, flag) == 1; };
  EXPECT_NE(has("--cuda-path=" + toolkit), has("-nocudainc"));
  EXPECT_EQ(has("-nocudainc"), has(toolkit + "/include"));
  EXPECT_EQ(has("-nocudainc"), has("-D__global__=__attribute__((global))"));
}

}  // namespace
}  // namespace assay::scan
