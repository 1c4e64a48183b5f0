// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Plain data <-> bytes, for the result cache: one list of fields per type (archive_fields.h) serves both
// directions. Numbers are in LEB128, so that the bytes are the same on every machine.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assay::scan {

class ArchiveWriter {
 public:
  static constexpr bool kReads = false;

  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <class T>
    requires std::integral<T> || std::is_enum_v<T>
  void put(const T& value) {
    char bytes[10];
    std::size_t size = 0;
    auto rest = static_cast<std::uint64_t>(value);
    for (; rest >= 0x80; rest >>= 7) bytes[size++] = static_cast<char>(rest | 0x80);
    bytes[size++] = static_cast<char>(rest);
    bytes_.append(bytes, size);
  }
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) put(value);
  }
  template <class K, class V>
  void put(const std::map<K, V>& values) {
    put(values.size());
    for (const auto& [key, value] : values) (*this)(key, value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& values) {
    (*this)(values.first, values.second);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
    requires(std::is_class_v<T>)
  void put(const T& value) {
    fields(*this, const_cast<T&>(value));  // a writer only reads them
  }

  std::string bytes_;
};

/// Damaged bytes never make it do harm: it stops, ok() is false, and what was read is not to be used.
class ArchiveReader {
 public:
  static constexpr bool kReads = true;

  explicit ArchiveReader(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool atEnd() const { return rest_.empty(); }

 private:
  template <class T>
    requires std::integral<T> || std::is_enum_v<T>
  void get(T& value) {
    std::uint64_t whole = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<std::uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      whole |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) {
        value = static_cast<T>(whole);
        return;
      }
    }
    fail();
  }
  // A part of the bytes that are read: for what is unpacked later, if at all.
  void get(std::string_view& text) {
    const std::size_t size = count();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  void get(std::string& text) {
    std::string_view part;
    get(part);
    text.assign(part);
  }
  template <class T>
  void get(std::vector<T>& values) {
    constexpr std::size_t kMost = 4096;  // no damaged number gets more room at once
    values.clear();
    std::size_t left = count();
    values.reserve(std::min(left, kMost));
    for (; left > 0 && ok_; --left) get(values.emplace_back());
  }
  template <class K, class V>
  void get(std::map<K, V>& values) {
    values.clear();
    for (std::size_t left = count(); left > 0 && ok_; --left) {
      K key;
      get(key);
      get(values[std::move(key)]);
    }
  }
  template <class A, class B>
  void get(std::pair<A, B>& values) {
    (*this)(values.first, values.second);
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    value.reset();
    if (there) get(value.emplace());
  }
  template <class T>
    requires(std::is_class_v<T>)
  void get(T& value) {
    fields(*this, value);
  }

  // Of elements or bytes; each takes at least one byte.
  std::size_t count() {
    std::size_t size = 0;
    get(size);
    if (size > rest_.size()) fail();
    return ok_ ? size : 0;
  }
  void fail() {
    ok_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace assay::scan
