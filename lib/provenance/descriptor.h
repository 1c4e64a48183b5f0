// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file descriptor that is closed with its owner.
#pragma once

#include <unistd.h>

#include <utility>

namespace assay::provenance {

class Descriptor {
 public:
  Descriptor() = default;
  /// Takes it over; below 0 is none, as open() says that it failed.
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

}  // namespace assay::provenance
