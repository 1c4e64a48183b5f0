// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/pack_database.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

KeptDatabase sample() {
  KeptDatabase database{"/b/compile_commands.json", {7, 1, 2, 3, 4}, {}};
  database.read.commands["/r/a.cc"] = {{"/b", "/r/a.cc", {"c++", "-DX", "-DX", ""}, false},
                                       {"/b", "/r/a.cc", {"c++", "-fPIC"}, false}};
  database.read.commands["/r/b.cc"] = {{"/r", "/r/b.cc", {"c++", "-DX"}, false}};
  database.read.places = {{"/r/a.cc", "/r/a.cc"}, {"/r/gone.cc", ""}};
  return database;
}

TEST(PackDatabase, IsUnpackedAsItWas) {
  const auto unpacked = unpackDatabase(packDatabase(sample()));
  ASSERT_TRUE(unpacked.has_value());
  EXPECT_EQ(unpacked->path, sample().path);
  EXPECT_EQ(unpacked->stamp, sample().stamp);
  EXPECT_EQ(unpacked->read.commands, sample().read.commands);
  EXPECT_EQ(unpacked->read.places, sample().read.places);
  EXPECT_TRUE(unpacked->read.repeatable);
}

TEST(PackDatabase, KeepsAWordOnce) {
  const KeptDatabase once = sample();
  KeptDatabase often = once;
  const std::string word(1000, 'x');
  for (auto& [file, commands] : often.read.commands)
    for (CompileCommand& command : commands) command.arguments.push_back(word);
  EXPECT_LT(packDatabase(often).size(), packDatabase(once).size() + 2 * word.size());
}

TEST(PackDatabase, NoDamagedBytesMakeADatabaseOfWordsThatAreNotThere) {
  const std::string packed = packDatabase(sample());
  EXPECT_FALSE(unpackDatabase("").has_value());
  EXPECT_FALSE(unpackDatabase(packed.substr(0, packed.size() - 1)).has_value());
  std::string damaged = packed;
  damaged.back() = 100;  // the number of the last argument
  EXPECT_FALSE(unpackDatabase(damaged).has_value());
}

}  // namespace
}  // namespace assay::scan
