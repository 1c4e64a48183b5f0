// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/yaml_place.h"

#include <gtest/gtest.h>

namespace assay::document {
namespace {

void expectPlace(Place place, unsigned line, unsigned column) {
  EXPECT_EQ(place.line, line);
  EXPECT_EQ(place.column, column);
}

TEST(YamlPlace, CountsBytesOfALineWhereCharactersAreGiven) {
  PlaceFinder places("aé中b\nü: x\n");
  expectPlace(places.at(0), 1, 1);
  expectPlace(places.at(3), 1, 7);
  expectPlace(places.at(5), 2, 1);
  expectPlace(places.at(8), 2, 5);
}

TEST(YamlPlace, OnlyLineFeedsEndALine) {
  PlaceFinder places(
      "a\r\nb\rc\xE2\x80\xA8"
      "d");
  expectPlace(places.at(3), 2, 1);
  expectPlace(places.at(7), 2, 7);
}

TEST(YamlPlace, AByteOrderMarkIsNoCharacterButHasItsBytes) {
  PlaceFinder places(
      "\xEF\xBB\xBF"
      "a: 1");
  expectPlace(places.at(0), 1, 4);
}

TEST(YamlPlace, StopsAtTheEndAndDoesNotGoBack) {
  PlaceFinder places("ab\n");
  expectPlace(places.at(100), 2, 1);
  expectPlace(places.at(0), 2, 1);
}

TEST(YamlPlace, FindsAByte) {
  expectPlace(placeOfByte("ab\ncd", 4), 2, 2);
  expectPlace(placeOfByte("", 0), 1, 1);
}

}  // namespace
}  // namespace assay::document
